using System;
using System.Collections.Generic;
using System.Linq;
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
            throw new FailureException(ToFailure(exception, about: null));
        }
        catch (ArgumentException exception)
        {
            throw new FailureException(ErrorId.AuthenticationFailed, SignInFailures.Explain(exception.Message));
        }
    }

    /// <summary>Waits for a call of MSAL's.</summary>
    /// <exception cref="FailureException">It failed.</exception>
    public static async Task<T> TranslateAsync<T>(MsalCall about, Func<Task<T>> call)
    {
        MsalCall.Current = about;
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (MsalException exception)
        {
            throw new FailureException(ToFailure(exception, about));
        }
        catch (HttpRequestException exception)
        {
            throw new FailureException(ConnectionFailures.Of(about.Authority, exception));
        }
        catch (CryptographicException) when (about.IsSigned)
        {
            throw SigningCertificate.Fail(Strings.CertificateUnusable);
        }
        catch (Exception exception) when (exception is not (FailureException or OperationCanceledException))
        {
            // What MSAL throws over an answer that it can't read is of many types, some its own.
            throw new FailureException(SignInFailures.Unreadable());
        }
    }

    private static Failure ToFailure(MsalException exception, MsalCall? about)
    {
        Failure failure = IdOf(exception, about) switch
        {
            ErrorId.ResponseInvalid => SignInFailures.Unreadable(),
            ErrorId.CertificateInvalid => new Failure(ErrorId.CertificateInvalid, Strings.CertificateUnusable),
            ErrorId.AuthenticationFailed => new Failure(ErrorId.AuthenticationFailed, SignInFailures.Explain(exception.Message)) { Action = about?.Action },
            ErrorId id => new Failure(id, SignInFailures.Explain(exception.Message)),
        };
        return exception is MsalServiceException { StatusCode: > 0 } answered ? failure with { Http = Facts(answered, about) } : failure;
    }

    private static ErrorId IdOf(MsalException exception, MsalCall? about) => exception switch
    {
        MsalServiceException { StatusCode: 429 } or MsalServiceException { ErrorCode: "slow_down" } => ErrorId.Throttled,
        MsalServiceException { StatusCode: >= 500 } => ErrorId.ServiceUnavailable,
        MsalServiceException { StatusCode: >= 200 and < 400 } => ErrorId.ResponseInvalid,
        MsalUiRequiredException when about is { IsSilent: true } => ErrorId.InteractionRequired,
        _ => exception.ErrorCode switch
        {
            MsalError.RequestTimeout or MsalError.ManagedIdentityUnreachableNetwork => ErrorId.ConnectionFailed,
            MsalError.CryptographicError or MsalError.CertWithoutPrivateKey or MsalError.CertificateNotRsa => ErrorId.CertificateInvalid,
            MsalError.NonParsableOAuthError or MsalError.AccessTokenTypeMissing or MsalError.TokenTypeMismatch => ErrorId.ResponseInvalid,
            _ => ErrorId.AuthenticationFailed,
        },
    };

    private static HttpFacts Facts(MsalServiceException exception, MsalCall? about) => new()
    {
        StatusCode = exception.StatusCode,
        Code = SignInFailures.CodeIn(exception.Message) ?? exception.ErrorCode,
        RequestId = exception.Headers?.TryGetValues(SignInFailures.RequestIdHeader, out IEnumerable<string>? ids) == true ? PlainText.Shown(ids.First()) : null,
        ClientRequestId = exception.CorrelationId,
        Attempts = Math.Max(1, about?.Tries ?? 0),
    };
}
