using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace RunSummary.Sandbox.Service;

/// <summary>The refresh tokens. Each use gives a new one and leaves the old one good, as in the real service.</summary>
public sealed class RefreshTokens
{
    private readonly ConcurrentDictionary<string, Entry> _all = new(StringComparer.Ordinal);
    private int _issuedCount;

    internal RefreshTokens()
    {
    }

    public int IssuedCount => Volatile.Read(ref _issuedCount);

    /// <summary>Each token that was ever issued.</summary>
    public IReadOnlyCollection<string> Issued => [.. _all.Keys];

    /// <summary>Those that there are fail from now on; a new sign-in gives good ones.</summary>
    public void RevokeAll(RefreshFailure reason = RefreshFailure.Revoked)
    {
        foreach (Entry entry in _all.Values)
        {
            entry.Failure = reason;
        }
    }

    internal string Issue(UserGrant grant)
    {
        Interlocked.Increment(ref _issuedCount);
        string token = $"1.{RandomText.Of(96)}";
        _all[token] = new Entry(grant with { Nonce = null, Claims = null }, DateTimeOffset.UtcNow);
        return token;
    }

    internal UserGrant Redeem(TokenRequest request, SandboxApplication application)
    {
        Entry? entry = _all.GetValueOrDefault(request.Required("refresh_token"));
        if (entry is null || entry.Grant.Application != application)
        {
            throw IdentityErrors.InvalidGrant(request.Source, 9002313, "Invalid request. Request is malformed or invalid.");
        }

        request.UserName = entry.Grant.User.UserPrincipalName;
        return entry.Failure is RefreshFailure reason
            ? throw RefreshFailures.Of(request.Source, reason, entry.IssuedAt, entry.Grant)
            : entry.Grant;
    }

    private sealed class Entry(UserGrant grant, DateTimeOffset issuedAt)
    {
        public UserGrant Grant { get; } = grant;

        public DateTimeOffset IssuedAt { get; } = issuedAt;

        public RefreshFailure? Failure { get; set; }
    }
}
