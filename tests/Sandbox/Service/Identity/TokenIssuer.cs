using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace RunSummary.Sandbox.Service;

/// <summary>What Graph knows of an access token.</summary>
internal sealed class IssuedToken(string audience, IReadOnlyList<string> roles, DateTimeOffset expiresOn)
{
    public string Audience { get; } = audience;

    public IReadOnlyList<string> Roles { get; } = roles;

    public DateTimeOffset ExpiresOn { get; } = expiresOn;

    public volatile bool Revoked;
}

/// <summary>Issues access tokens and takes them back.</summary>
public sealed class TokenIssuer
{
    private readonly ConcurrentDictionary<string, IssuedToken> _tokens = new(StringComparer.Ordinal);
    private readonly string _tenantId;
    private readonly string _clientId;
    private int _issuedCount;

    internal TokenIssuer(string tenantId, string clientId)
    {
        _tenantId = tenantId;
        _clientId = clientId;
    }

    /// <summary>Of tokens from now on.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromSeconds(3599);

    /// <summary>The application permissions of tokens from now on.</summary>
    public IReadOnlyList<string> Roles { get; set; } = ["DeviceManagementScripts.ReadWrite.All"];

    /// <summary>How many tokens the token endpoint has issued.</summary>
    public int IssuedCount => Volatile.Read(ref _issuedCount);

    /// <summary>A token that Graph accepts; already expired for a lifetime that isn't positive.</summary>
    public string Issue(TimeSpan? lifetime = null, string[]? roles = null) =>
        Issue("https://graph.microsoft.com", lifetime ?? Lifetime, roles ?? Roles);

    public void Revoke(string token)
    {
        if (Find(token) is IssuedToken issued)
        {
            issued.Revoked = true;
        }
    }

    public void RevokeAll()
    {
        foreach (IssuedToken issued in _tokens.Values)
        {
            issued.Revoked = true;
        }
    }

    internal string IssueByEndpoint(string audience)
    {
        Interlocked.Increment(ref _issuedCount);
        return Issue(audience, Lifetime, Roles);
    }

    internal IssuedToken? Find(string token) => _tokens.GetValueOrDefault(token);

    private string Issue(string audience, TimeSpan lifetime, IReadOnlyList<string> roles)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        IssuedToken issued = new(audience, roles, now + lifetime);
        string token = JsonWebToken.Sign(TokenClaims.Of(_tenantId, _clientId, issued, now));
        _tokens[token] = issued;
        return token;
    }
}
