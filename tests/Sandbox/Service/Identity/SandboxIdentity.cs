using System;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>What the identity service knows, and what a test wants of it.</summary>
public sealed class SandboxIdentity
{
    private JsonObject? _requiredClaims;

    internal SandboxIdentity()
    {
        FederatedCredentials = new FederatedCredentials(Issuer);
    }

    /// <summary>The certificates of the sandbox's app.</summary>
    public ClientCertificates Certificates { get; } = new();

    /// <summary>A foreign identity provider that no one trusts before <see cref="FederatedCredentials"/> says so.</summary>
    public ExternalIssuer Issuer { get; } = new();

    public FederatedCredentials FederatedCredentials { get; }

    /// <summary>What the token endpoint was asked and how it went.</summary>
    public SignInLog SignIns { get; } = new();

    /// <summary>The app's secret is right, but too old.</summary>
    public bool SecretIsExpired { get; set; }

    /// <summary>The sandbox's app signs users in without a credential of its own.</summary>
    public bool AllowPublicClient { get; set; } = true;

    /// <summary>Tells clients to renew tokens before they expire; null leaves it to them.</summary>
    public TimeSpan? RefreshIn { get; set; }

    /// <summary>JSON: a token request that doesn't ask for these claims is refused with them.</summary>
    public string? RequiredClaims
    {
        get => _requiredClaims?.ToJsonString();
        set => _requiredClaims = value is null ? null : ClaimsRequest.Parse(value);
    }

    internal void CheckClaims(TokenRequest request, string audience)
    {
        if (_requiredClaims is JsonObject required && !ClaimsRequest.Covers(request.Claims, required))
        {
            throw IdentityErrors.Of(request.Source, 400, "interaction_required", 50076,
                $"Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{audience}'.",
                "basic_action", required);
        }
    }
}
