using System;
using System.Globalization;

namespace RunSummary.Sandbox.Service;

/// <summary>Why a refresh token that was good is so no more.</summary>
public enum RefreshFailure
{
    /// <summary>AADSTS50173: taken back, as after a change of the password.</summary>
    Revoked,

    /// <summary>AADSTS70043: older than the sign-in frequency allows.</summary>
    SignInFrequency,

    /// <summary>AADSTS700082: not used for long.</summary>
    Inactive,

    /// <summary>AADSTS50076: a second factor is asked for.</summary>
    MultiFactorNeeded,

    /// <summary>AADSTS65001: the consent was taken back.</summary>
    ConsentMissing,
}

internal static class RefreshFailures
{
    public static RefusalException Of(SandboxRequest request, RefreshFailure failure, DateTimeOffset issuedAt, UserGrant grant)
    {
        string issued = Time(issuedAt);
        return failure switch
        {
            RefreshFailure.SignInFrequency => IdentityErrors.InvalidGrant(request, 70043,
                $"The refresh token has expired or is invalid due to sign-in frequency checks by conditional access. The token was issued on {issued} and the maximum allowed lifetime for this request is 3600.",
                "token_expired"),
            RefreshFailure.Inactive => IdentityErrors.InvalidGrant(request, 700082,
                $"The refresh token has expired due to inactivity. The token was issued on {issued} and was inactive for 90.00:00:00.",
                "token_expired"),
            RefreshFailure.MultiFactorNeeded => IdentityErrors.Of(request, 400, "interaction_required", 50076,
                UserTexts.MultiFactorNeeded(grant.Scopes.Resource), "basic_action"),
            RefreshFailure.ConsentMissing => IdentityErrors.InvalidGrant(request, 65001, UserTexts.NoConsent(grant.Application), "consent_required"),
            _ => IdentityErrors.InvalidGrant(request, 50173,
                $"The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '{issued}' and the TokensValidFrom date (before which tokens are not valid) for this user is '{Time(DateTimeOffset.UtcNow)}'.",
                "bad_token"),
        };
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
