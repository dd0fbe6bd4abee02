using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace RunSummary.Sandbox.Service;

/// <summary>What an authorization code stands for, and what must come with it.</summary>
internal sealed record AuthorizationCode(UserGrant Grant, string RedirectUri, string Challenge, DateTimeOffset ExpiresOn)
{
    public bool IsRedeemed { get; init; }
}

internal sealed class AuthorizationCodes
{
    private readonly ConcurrentDictionary<string, AuthorizationCode> _all = new(StringComparer.Ordinal);

    public string Issue(AuthorizationCode code)
    {
        string text = $"1.{RandomText.Of(96)}";
        _all[text] = code;
        return text;
    }

    public AuthorizationCode? Find(string text) => _all.GetValueOrDefault(text);

    /// <summary>True once.</summary>
    public bool TryRedeem(string text, AuthorizationCode code) => !code.IsRedeemed && _all.TryUpdate(text, code with { IsRedeemed = true }, code);
}
