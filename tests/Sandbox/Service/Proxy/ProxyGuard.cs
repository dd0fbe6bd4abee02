using System;
using System.Text;

namespace RunSummary.Sandbox.Service;

/// <summary>Who may use a proxy: everybody, or who sends the one credential.</summary>
internal sealed class ProxyGuard((string User, string Password)? credential)
{
    private const string Scheme = "Basic ";

    private readonly string? _token = credential is { } demanded
        ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"{demanded.User}:{demanded.Password}"))
        : null;

    public bool Admits(string? authorization) => _token is null
        || (authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true && authorization[Scheme.Length..].Trim() == _token);
}
