using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>What the identity service knows, and what a test wants of it.</summary>
public sealed class SandboxIdentity
{
    private JsonObject? _requiredClaims;

    internal SandboxIdentity(Func<Uri> machine)
    {
        FederatedCredentials = new FederatedCredentials(Issuer);
        ManagedIdentities = new ManagedIdentities(machine);
    }

    /// <summary>The certificates of the sandbox's app.</summary>
    public ClientCertificates Certificates { get; } = new();

    /// <summary>A foreign identity provider that no one trusts before <see cref="FederatedCredentials"/> says so.</summary>
    public ExternalIssuer Issuer { get; } = new();

    public FederatedCredentials FederatedCredentials { get; }

    public ManagedIdentities ManagedIdentities { get; }

    public UserDirectory Users { get; } = new();

    public RefreshTokens RefreshTokens { get; } = new();

    public DeviceCodes DeviceCodes { get; } = new();

    /// <summary>What the token endpoint was asked and how it went.</summary>
    public SignInLog SignIns { get; } = new();

    /// <summary>The app's secret is right, but too old.</summary>
    public bool SecretIsExpired { get; set; }

    /// <summary>The sandbox's app signs users in without a credential of its own.</summary>
    public bool AllowPublicClient { get; set; } = true;

    /// <summary>The permissions of Graph that users have let applications use in their name; others are refused.</summary>
    public IReadOnlyList<string> GrantedScopes { get; set; } = ["DeviceManagementScripts.ReadWrite.All", "User.Read"];

    /// <summary>Users are refused (AADSTS65001), whatever was granted.</summary>
    public bool ConsentIsMissing { get; set; }

    public BrowserAnswer BrowserAnswer { get; set; }

    /// <summary>Of authorization codes from now on.</summary>
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Tells clients to renew tokens before they expire; null leaves it to them.</summary>
    public TimeSpan? RefreshIn { get; set; }

    /// <summary>JSON: a token request that doesn't ask for these claims is refused with them.</summary>
    public string? RequiredClaims
    {
        get => _requiredClaims?.ToJsonString();
        set => _requiredClaims = value is null ? null : ClaimsRequest.Parse(value);
    }

    internal void CheckClaims(SandboxRequest request, JsonObject? asked, string audience)
    {
        if (_requiredClaims is JsonObject required && !ClaimsRequest.Covers(asked, required))
        {
            throw IdentityErrors.Of(request, 400, "interaction_required", 50076, UserTexts.MultiFactorNeeded(audience), "basic_action", required);
        }
    }
}
