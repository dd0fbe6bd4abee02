using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;

namespace RunSummary.Sandbox.Service;

/// <summary>Issues access tokens and takes them back.</summary>
public sealed class TokenIssuer
{
    private const string GraphAudience = "https://graph.microsoft.com";

    private readonly ConcurrentDictionary<string, IssuedToken> _tokens = new(StringComparer.Ordinal);
    private JsonObject? _requiredClaims;
    private int _issuedCount;

    internal TokenIssuer()
    {
    }

    /// <summary>Of tokens from now on.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromSeconds(3599);

    /// <summary>The application permissions of tokens from now on.</summary>
    public IReadOnlyList<string> Roles { get; set; } = ["DeviceManagementScripts.ReadWrite.All"];

    /// <summary>
    /// JSON: Graph challenges each token that wasn't requested with these claims. A machine's can't be: for one, any token from now on is good.
    /// </summary>
    public string? RequiredClaims
    {
        get => _requiredClaims?.ToJsonString();
        set
        {
            _requiredClaims = value is null ? null : ClaimsRequest.Parse(value);
            foreach (IssuedToken issued in _tokens.Values)
            {
                issued.IsOld = true;
            }
        }
    }

    /// <summary>How many tokens the token endpoint has issued.</summary>
    public int IssuedCount => Volatile.Read(ref _issuedCount);

    /// <summary>Each token that was ever issued, by whomever.</summary>
    public IReadOnlyCollection<string> Issued => [.. _tokens.Keys];

    internal DateTimeOffset NextExpiry => DateTimeOffset.UtcNow + Lifetime;

    /// <summary>A token that Graph accepts; already expired for a lifetime that isn't positive.</summary>
    public string Issue(TimeSpan? lifetime = null, string[]? roles = null) =>
        Issue(new IssuedToken(GraphAudience, SandboxApplication.Own, DateTimeOffset.UtcNow + (lifetime ?? Lifetime)) { Roles = roles ?? Roles });

    /// <summary>The same in a user's name, by default for the default permission.</summary>
    public string IssueForUser(TimeSpan? lifetime = null, string[]? scopes = null, SandboxUser? user = null) =>
        Issue(new IssuedToken(GraphAudience, SandboxApplication.CommandLineTools, DateTimeOffset.UtcNow + (lifetime ?? Lifetime))
        {
            User = user ?? SandboxUser.Ada,
            Scopes = scopes ?? ["DeviceManagementScripts.ReadWrite.All"],
        });

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

    internal string IssueByEndpoint(IssuedToken issued)
    {
        Interlocked.Increment(ref _issuedCount);
        return Issue(issued);
    }

    /// <summary>The claims that Graph still misses in a token; null where it is content.</summary>
    internal string? MissingClaims(IssuedToken token)
    {
        JsonObject? required = _requiredClaims;
        bool isContent = required is null || (token.Machine is null ? ClaimsRequest.Covers(token.Claims, required) : !token.IsOld);
        return isContent ? null : required!.ToJsonString();
    }

    internal IssuedToken? Find(string token) => _tokens.GetValueOrDefault(token);

    private string Issue(IssuedToken issued)
    {
        string token = JsonWebToken.Sign(TokenClaims.Of(issued, DateTimeOffset.UtcNow));
        _tokens[token] = issued;
        return token;
    }
}
