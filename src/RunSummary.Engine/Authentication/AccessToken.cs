using System;

namespace RunSummary.Engine.Authentication;

/// <summary>A token and what can be read in it. It has no text form, so that it can't slip into a message.</summary>
internal sealed class AccessToken(string value, DateTimeOffset? expiresOn = null)
{
    public string Value { get; } = value;

    public TokenClaims Claims { get; } = TokenClaims.Read(value);

    /// <summary>When the token runs out, UTC; null where that isn't known.</summary>
    public DateTimeOffset? ExpiresOn => expiresOn ?? Claims.ExpiresOn;
}
