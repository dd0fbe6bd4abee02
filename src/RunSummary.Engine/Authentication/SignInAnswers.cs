using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using RunSummary.Engine.Graph;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>Decides which answers of the sign-in service MSAL may see: tokens, codes and refusals. All others are failures.</summary>
internal static class SignInAnswers
{
    private const string TokenPath = "/token";

    /// <summary>Gives the failure in an answer, or null where it is one for MSAL.</summary>
    /// <param name="address">The address that was asked.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="body">Its body; null where it couldn't be read.</param>
    public static Failure? Judge(Uri address, HttpResponseMessage answer, ReadOnlyMemory<byte>? body)
    {
        int status = (int)answer.StatusCode;
        (string? code, string words, bool isForMsal) = Read(address, status, body);
        Failure? failure = status switch
        {
            429 => new Failure(ErrorId.Throttled, words),
            >= 500 => new Failure(ErrorId.ServiceUnavailable, words),
            >= 300 and < 400 when ElsewhereOf(address, answer) is { } host => ToElsewhere(host),
            _ => isForMsal ? null : SignInFailures.Unreadable(),
        };
        return failure is null ? null : failure with { RetryAfter = RetryAfter.Read(answer.Headers), Http = Facts(answer, code) };
    }

    /// <summary>Gives what is known of a request that wasn't answered.</summary>
    public static HttpFacts Facts(HttpRequestMessage request) => new() { ClientRequestId = Header(request.Headers, "client-request-id") };

    public static Failure ToElsewhere(string host) =>
        new(ErrorId.EndpointNotSecure, Strings.EndpointNotSecure_Host.With(PlainText.Shown(host))) { Action = Strings.EndpointNotSecure_SignInAction };

    private static HttpFacts Facts(HttpResponseMessage answer, string? code) => new()
    {
        StatusCode = (int)answer.StatusCode,
        Code = code,
        RequestId = Header(answer.Headers, SignInFailures.RequestIdHeader),
        ClientRequestId = answer.RequestMessage is { } request ? Header(request.Headers, "client-request-id") : null,
    };

    private static (string? Code, string Words, bool IsForMsal) Read(Uri address, int status, ReadOnlyMemory<byte>? body)
    {
        string bare = Strings.HttpAnswerBare.With(status);
        try
        {
            JsonElement json = GraphJson.Parse(body ?? default);
            string? error = json.Text("error");
            string? words = json.Text("error_description") is { Length: > 0 } description ? SignInFailures.Explain(description) : null;
            return (
                SignInFailures.CodeIn(words) ?? (error is null ? null : PlainText.Shown(error)),
                words is null ? bare : Strings.HttpAnswer.With(status, words),
                status == 200 ? error is { Length: > 0 } || IsComplete(address, json) : error is { Length: > 0 });
        }
        catch (AnswerException)
        {
            return (null, bare, false);
        }
    }

    /// <summary>Whether a success has what it is about, of the right type.</summary>
    private static bool IsComplete(Uri address, JsonElement json) => address.AbsolutePath.EndsWith(TokenPath, StringComparison.OrdinalIgnoreCase)
        ? HasAll(json, "token_type", "access_token") && IsNumber(json, "expires_in")
        : HasAll(json, "device_code", "user_code");

    private static bool HasAll(JsonElement json, params string[] names) => names.All(name => json.Text(name) is { Length: > 0 });

    // It comes as a number or, from older services, as text.
    private static bool IsNumber(JsonElement json, string name) => uint.TryParse(json.NumberOrText(name), out _);

    private static string? ElsewhereOf(Uri address, HttpResponseMessage answer) =>
        answer.Headers.Location is { } location
        && Uri.TryCreate(address, location, out Uri? target)
        && !GraphHttp.IsSameHost(address, target) ? target.Host : null;

    private static string? Header(System.Net.Http.Headers.HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && values.FirstOrDefault() is { } value ? PlainText.Shown(value) : null;
}
