using System;
using System.Linq;
using System.Threading;

namespace RunSummary.Engine.Authentication;

/// <summary>A token and what can be read in it. It has no text form, so that it can't slip into a message.</summary>
internal sealed class AccessToken
{
    private const long Never = long.MaxValue;

    /// <summary>Sent later, a token might run out on its way.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    // One word, unlike the time itself: other threads read it while it is changed.
    private long _renewOnTicks;

    public AccessToken(string value, DateTimeOffset? expiresOn = null)
    {
        Value = value;
        Claims = TokenClaims.Read(value);
        ExpiresOn = expiresOn ?? Claims.ExpiresOn;
        RenewOn = ExpiresOn;
    }

    public string Value { get; }

    public TokenClaims Claims { get; }

    /// <summary>The claims that the token was asked for with; null for none.</summary>
    public string? RequestedClaims { get; set; }

    /// <summary>When the token runs out, UTC; null where that isn't known.</summary>
    public DateTimeOffset? ExpiresOn { get; }

    /// <summary>When another is to be got, UTC; null where only a refusal can tell. Until <see cref="ExpiresOn"/> it stays usable.</summary>
    public DateTimeOffset? RenewOn
    {
        get => Interlocked.Read(ref _renewOnTicks) is var ticks and not Never ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        private set => Interlocked.Exchange(ref _renewOnTicks, value?.UtcTicks ?? Never);
    }

    /// <summary>Has another token got in time: when the sign-in service recommends it, else a while before this one runs out.</summary>
    /// <param name="now">When the token came.</param>
    /// <param name="recommended">The sign-in service's own wish; null for none.</param>
    public AccessToken RenewedInTime(DateTimeOffset now, DateTimeOffset? recommended = null)
    {
        // A token that came with little time left isn't asked for again at each use, but at half of what was left.
        TimeSpan half = TimeSpan.FromTicks(Math.Max(0, ((ExpiresOn ?? now) - now).Ticks) / 2);
        RenewOn = recommended ?? ExpiresOn - (half < Margin ? half : Margin);
        return this;
    }

    /// <summary>Has the next try to get another wait, since the last one failed, but not beyond the end.</summary>
    public void RenewLater(DateTimeOffset time) => RenewOn = ExpiresOn < time ? ExpiresOn : time;

    /// <summary>Whether a header can carry it: RFC 6750's b64token.</summary>
    public static bool IsWellFormed(string value) => value.All(character =>
        character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~' or '+' or '/' or '=');

    public bool IsSameAs(AccessToken? other) => string.Equals(Value, other?.Value, StringComparison.Ordinal);
}
