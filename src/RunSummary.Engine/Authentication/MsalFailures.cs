using System;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Identity.Client;
using RunSummary.Engine.Graph;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>Turns what MSAL throws into failures. MSAL's own exceptions stay here: they hold answers of the sign-in service.</summary>
internal static class MsalFailures
{
    public static T Translate<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (MsalException exception)
        {
            throw new FailureException(ToFailure(exception));
        }
        catch (ArgumentException exception)
        {
            throw new FailureException(ErrorId.AuthenticationFailed, Explain(exception.Message));
        }
    }

    public static async Task<T> TranslateAsync<T>(Uri authority, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (MsalException exception)
        {
            throw new FailureException(ToFailure(exception));
        }
        catch (HttpRequestException exception)
        {
            string detail = Strings.ConnectionBroken.With(authority.Authority, exception.GetBaseException().Message.TrimEnd('.'));
            throw new FailureException(new Failure(ErrorId.ConnectionFailed, detail) { Cause = exception });
        }
    }

    private static Failure ToFailure(MsalException exception) => exception switch
    {
        MsalServiceException { StatusCode: 429 } throttled => Answered(ErrorId.Throttled, throttled),
        MsalServiceException { StatusCode: >= 500 } failed => Answered(ErrorId.ServiceUnavailable, failed),
        MsalServiceException { ErrorCode: MsalError.RequestTimeout } late => new Failure(ErrorId.ConnectionFailed, late.Message),
        _ => new Failure(ErrorId.AuthenticationFailed, Explain(exception.Message)),
    };

    private static Failure Answered(ErrorId id, MsalServiceException exception) => new(id, Explain(exception.Message))
    {
        Http = new HttpFacts
        {
            StatusCode = exception.StatusCode,
            Code = exception.ErrorCode,
            ClientRequestId = exception.CorrelationId,
            Attempts = 1,
        },
    };

    // MSAL wraps the service's own words, which begin with the AADSTS code, in general advice.
    private static string Explain(string message)
    {
        int start = message.IndexOf("AADSTS", StringComparison.Ordinal);
        return PlainText.OneLine(start < 0 ? message : message.Substring(start), GraphError.ShownCharacters);
    }
}
