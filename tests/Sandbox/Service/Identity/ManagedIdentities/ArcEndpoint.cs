using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>As on machines in Azure Arc: the machine's own identity alone, and only after a challenge.</summary>
internal sealed class ArcEndpoint(ManagedIdentities identities, ManagedIdentityTokens tokens)
{
    /// <summary>By it the request differs from one to a virtual machine's service at the same address.</summary>
    public const string ApiVersion = "2020-06-01";

    private const string Basic = "Basic ";

    public JsonObject Answer(ManagedIdentityRequest request)
    {
        string sent = request.Source.Header("Authorization") ?? "";
        if (!request.HasMetadataHeader)
        {
            throw ImdsEndpoint.Refused("Required metadata header not specified");
        }

        if (!sent.StartsWith(Basic, System.StringComparison.Ordinal))
        {
            throw new RefusalException(SandboxAnswer.OfText(401, "text/plain", "").With("WWW-Authenticate", $"{Basic}realm={ArcKeys.Challenge()}"));
        }

        if (!ArcKeys.TryUse(sent[Basic.Length..]))
        {
            throw ImdsEndpoint.Refused("The key is wrong", 403);
        }

        ManagedIdentity identity = identities.SystemAssigned ?? throw ImdsEndpoint.Refused("Identity not found");
        return tokens.ForMachine(identity, request.Resource ?? throw ImdsEndpoint.Refused("Required audience parameter not specified"));
    }
}
