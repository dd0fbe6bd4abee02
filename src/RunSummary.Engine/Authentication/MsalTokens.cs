using System;
using Microsoft.Identity.Client;
using RunSummary.Errors;

namespace RunSummary.Engine.Authentication;

/// <summary>Takes the token out of what MSAL gives.</summary>
internal static class MsalTokens
{
    /// <exception cref="FailureException">It is no token.</exception>
    public static AccessToken ToAccessToken(this AuthenticationResult result) => AccessToken.IsWellFormed(result.AccessToken)
        ? new AccessToken(result.AccessToken, result.ExpiresOn).RenewedInTime(DateTimeOffset.UtcNow, result.AuthenticationResultMetadata.RefreshOn)
        : throw new FailureException(SignInFailures.Unreadable());
}
