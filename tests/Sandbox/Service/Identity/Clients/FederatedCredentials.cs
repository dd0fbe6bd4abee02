using System;
using System.Collections.Immutable;
using System.Linq;

namespace RunSummary.Sandbox.Service;

/// <summary>Whose assertions are as good as a secret of the sandbox's app.</summary>
public sealed record FederatedCredential(ExternalIssuer Issuer, string Subject)
{
    public string Audience { get; init; } = FederatedCredentials.DefaultAudience;
}

/// <summary>The federated credentials of the sandbox's app.</summary>
public sealed class FederatedCredentials
{
    public const string DefaultAudience = "api://AzureADTokenExchange";

    private readonly ExternalIssuer _issuer;
    private ImmutableList<FederatedCredential> _all = [];

    internal FederatedCredentials(ExternalIssuer issuer) => _issuer = issuer;

    /// <summary>For assertions by <see cref="SandboxIdentity.Issuer"/>.</summary>
    public FederatedCredential Add(string subject) => Add(new FederatedCredential(_issuer, subject));

    public FederatedCredential Add(FederatedCredential credential)
    {
        ImmutableInterlocked.Update(ref _all, all => all.Add(credential));
        return credential;
    }

    public void Clear() => _all = [];

    // Issuer, subject and audience compare with regard to case, as in the real service.
    internal void Check(SignedToken assertion, AssertionErrors errors)
    {
        ImmutableList<FederatedCredential> known = _all.FindAll(credential => credential.Issuer.Url == assertion["iss"]);
        if (known.IsEmpty)
        {
            throw errors.NoFederatedCredential(700211, "issuer", assertion["iss"]);
        }

        known = known.FindAll(credential => credential.Subject == assertion["sub"]);
        if (known.IsEmpty)
        {
            throw errors.NoFederatedCredential(700213, "subject", assertion["sub"]);
        }

        known = known.FindAll(credential => assertion.Texts("aud").Contains(credential.Audience, StringComparer.Ordinal));
        if (known.IsEmpty)
        {
            throw errors.NoFederatedCredential(700212, "audience", assertion["aud"]);
        }

        if (!known.Exists(credential => assertion.IsSignedBy(credential.Issuer.Key)))
        {
            throw errors.UnknownFederatedKey(assertion.InHeader("kid"));
        }

        errors.CheckTimes(assertion);
    }
}
