using System;
using System.Net.Http;
using System.Security.Cryptography;
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
            throw new FailureException(ToFailure(exception, action: null));
        }
        catch (ArgumentException exception)
        {
            throw new FailureException(ErrorId.AuthenticationFailed, Explain(exception.Message));
        }
    }

    /// <summary>Waits for a call of MSAL's.</summary>
    /// <param name="authority">The sign-in service, for messages.</param>
    /// <param name="call">The call.</param>
    /// <param name="action">What to do where the sign-in is refused; null for the general advice.</param>
    /// <param name="isSilent">Whether the call was to do without the user, who may help where it fails.</param>
    public static async Task<T> TranslateAsync<T>(Uri authority, Func<Task<T>> call, string? action = null, bool isSilent = false)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (MsalException exception)
        {
            throw new FailureException(isSilent && exception is MsalUiRequiredException
                ? new Failure(ErrorId.InteractionRequired, Explain(exception.Message))
                : ToFailure(exception, action));
        }
        catch (HttpRequestException exception)
        {
            throw new FailureException(ConnectionFailures.Of(authority, exception));
        }
        catch (CryptographicException)
        {
            throw SigningCertificate.Fail(Strings.CertificateUnusable);
        }
    }

    private static Failure ToFailure(MsalException exception, string? action) => exception switch
    {
        MsalServiceException { StatusCode: 429 } or MsalServiceException { ErrorCode: "slow_down" } => Answered(ErrorId.Throttled, (MsalServiceException)exception),
        MsalServiceException { StatusCode: >= 500 } failed => Answered(ErrorId.ServiceUnavailable, failed),
        MsalServiceException { StatusCode: >= 300 and < 400 } moved => Answered(ErrorId.EndpointNotSecure, moved) with
        {
            Detail = Strings.EndpointNotSecure_Host.With(moved.Headers?.Location is { IsAbsoluteUri: true } location ? location.Host : ""),
        },
        MsalServiceException { ErrorCode: MsalError.RequestTimeout or MsalError.ManagedIdentityUnreachableNetwork } =>
            new Failure(ErrorId.ConnectionFailed, Explain(exception.Message)),
        MsalClientException { ErrorCode: MsalError.CryptographicError or MsalError.CertWithoutPrivateKey or MsalError.CertificateNotRsa } =>
            new Failure(ErrorId.CertificateInvalid, Strings.CertificateUnusable),
        _ => new Failure(ErrorId.AuthenticationFailed, Explain(exception.Message)) { Action = action },
    };

    private static Failure Answered(ErrorId id, MsalServiceException exception) => new(id, Explain(exception.Message))
    {
        RetryAfter = exception.Headers is { } headers ? RetryAfter.Read(headers) : null,
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
