using System;
using Microsoft.Identity.Client;

namespace RunSummary.Engine.Authentication;

/// <summary>Takes the token out of what MSAL gives.</summary>
internal static class MsalTokens
{
    public static AccessToken ToAccessToken(this AuthenticationResult result) =>
        new AccessToken(result.AccessToken, result.ExpiresOn).RenewedInTime(DateTimeOffset.UtcNow, result.AuthenticationResultMetadata.RefreshOn);
}
