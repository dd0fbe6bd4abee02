using System;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Identity.Client;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Bulk;
using RunSummary.Engine.Graph;
using RunSummary.Engine.RunStates;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Waits = RunSummary.Engine.Graph.RetryAfter;

namespace RunSummary.Engine.Tests.Fuzzing;

/// <summary>Reads answers as the engine does once it has their bytes.</summary>
internal static class AnswerReading
{
    private static readonly Uri BatchAddress = new("https://graph.microsoft.com/v1.0/$batch");
    private static readonly Uri Token = new("https://login.microsoftonline.com/common/oauth2/v2.0/token");
    private static readonly Uri DeviceCode = new("https://login.microsoftonline.com/common/oauth2/v2.0/devicecode");
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly RetryPolicy Retries = new(maximumRetries: 3, () => 0.5);

    public static object? States(byte[] bytes)
    {
        ListedPage<DeviceScriptUserState>.Read(bytes, json => RunStateJson.ReadUser(json, GraphBench.Script));
        return ListedPage<DeviceScriptDeviceState>.Read(bytes, json => RunStateJson.ReadDevice(json, GraphBench.Script));
    }

    public static object? Batch(byte[] bytes)
    {
        GraphResponse?[] items = [.. BatchJson.Read(new GraphResponse(200, bytes) { Address = BatchAddress }, 2)];
        foreach (GraphResponse? item in items)
        {
            GraphError.Read(item?.Body ?? default);
            Wait(item?.RetryAfter);
        }

        return items;
    }

    public static object? Error(byte[] bytes)
    {
        GraphError error = GraphError.Read(bytes);
        Wait(error.Wait);
        error.Describe(new GraphResponse(400, bytes));
        return error.Message is null ? null : error;
    }

    /// <summary>Reads it as a header of an answer has it, and of an item of a batch.</summary>
    public static object? RetryAfter(byte[] bytes)
    {
        string text = Encoding.Latin1.GetString(bytes);
        using HttpResponseMessage answer = new();
        answer.Headers.TryAddWithoutValidation("Retry-After", text);
        Wait(Waits.Read(answer.Headers));
        return Wait(Waits.Parse(text, Now)) ?? Wait(Waits.Parse(text, now: null));
    }

    /// <summary>Reads an answer of the sign-in service, and takes its token on the way that goes to Microsoft Graph.</summary>
    public static object? SignIn(byte[] bytes)
    {
        using HttpResponseMessage answer = new(HttpStatusCode.OK);
        using HttpResponseMessage refusal = new(HttpStatusCode.BadRequest);
        SignInAnswers.Judge(Token, refusal, bytes);
        SignInAnswers.Judge(DeviceCode, answer, bytes);
        if (SignInAnswers.Judge(Token, answer, bytes) is { } failure)
        {
            throw new FailureException(failure);
        }

        string? token = GraphJson.Parse(bytes, json => json.Text("error") is { Length: > 0 } ? null : json.Text("access_token"));
        return token is null ? null : Header(ResultOf(token).ToAccessToken());
    }

    public static object? GivenToken(byte[] bytes) =>
        Header(Engine.Authentication.GivenToken.Open(new NetworkCredential("", Encoding.Latin1.GetString(bytes)).SecurePassword));

    private static AuthenticationResult ResultOf(string token) => new(
        token, false, "", DateTimeOffset.MaxValue, DateTimeOffset.MaxValue, "", null, "", [], Guid.Empty, new AuthenticationResultMetadata(TokenSource.IdentityProvider));

    private static string Header(AccessToken token) => new AuthenticationHeaderValue("Bearer", token.Value).ToString();

    private static TimeSpan? Wait(TimeSpan? asked) => Retries.NextWait(tries: 2, waited: TimeSpan.FromMinutes(1), asked);
}
