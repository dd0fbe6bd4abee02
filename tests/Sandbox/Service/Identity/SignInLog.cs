using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace RunSummary.Sandbox.Service;

/// <summary>One request of the token endpoint.</summary>
/// <param name="GrantType">What the client asked with.</param>
/// <param name="ClientId">The application, as it named itself.</param>
/// <param name="Credential">How the application showed that it is itself.</param>
/// <param name="Error">The AADSTS code; null when there was a token.</param>
public sealed record SignIn(string GrantType, string? ClientId, ClientCredentialKind Credential, int? Error)
{
    public string? UserName { get; init; }

    public string? Scope { get; init; }

    /// <summary>The parameter 'claims' as sent.</summary>
    public string? Claims { get; init; }

    /// <summary>Thumbprints of the certificates that came along (x5c), the signer's first.</summary>
    public IReadOnlyList<string> CertificateChain { get; init; } = [];

    internal static SignIn Of(TokenRequest request, string grantType, int? error) => new(grantType, request["client_id"], request.Credential, error)
    {
        UserName = request.UserName,
        Scope = request["scope"],
        Claims = request["claims"],
        CertificateChain = [.. request.CertificateChain.Select(certificate => certificate.Thumbprint)],
    };
}

/// <summary>The requests of the token endpoint in the order in which they came, faults left out.</summary>
public sealed class SignInLog
{
    private ImmutableList<SignIn> _all = [];

    public IReadOnlyList<SignIn> All => _all;

    public void Clear() => _all = [];

    internal void Add(SignIn entry) => ImmutableInterlocked.Update(ref _all, all => all.Add(entry));
}
