using System;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>What the machine itself answers, over http.</summary>
internal sealed class ManagedIdentitySite(SandboxIdentity identity, ManagedIdentityTokens tokens)
{
    private const string Metadata = "/metadata";
    private const string Compute = Metadata + "/instance/compute";

    private readonly AppServiceEndpoint _appService = new(identity.ManagedIdentities, tokens);
    private readonly ImdsEndpoint _imds = new(identity.ManagedIdentities, tokens);
    private readonly ArcEndpoint _arc = new(identity.ManagedIdentities, tokens);
    private readonly CloudShellEndpoint _cloudShell = new(tokens);

    public static bool IsAddressed(string path) => path.TrimEnd('/') is AppServiceEndpoint.Path or CloudShellEndpoint.Path
        || path.StartsWith(Metadata + "/", StringComparison.OrdinalIgnoreCase);

    public SandboxAnswer Answer(SandboxRequest source)
    {
        ManagedIdentityRequest request = new(source);
        return (source.Method, source.Path.TrimEnd('/')) switch
        {
            ("GET", AppServiceEndpoint.Path) => SandboxAnswer.OfJson(200, _appService.Answer(request)),
            ("GET", ImdsEndpoint.Path) when request.ApiVersion == ArcEndpoint.ApiVersion => SandboxAnswer.OfJson(200, _arc.Answer(request)),
            ("GET", ImdsEndpoint.Path) => SandboxAnswer.OfJson(200, _imds.Answer(request)),
            ("GET", Compute) when request.HasMetadataHeader => SandboxAnswer.OfJson(200, AboutMachine()),
            ("POST", CloudShellEndpoint.Path) => SandboxAnswer.OfJson(200, _cloudShell.Answer(request)),
            _ => SandboxAnswer.OfText(404, "text/html", "<html><body><h1>404</h1></body></html>"),
        };
    }

    // MSAL looks here for what the machine is capable of.
    private JsonObject AboutMachine() => new()
    {
        ["name"] = identity.ManagedIdentities.SystemAssigned?.Name ?? "sandbox-machine",
        ["osType"] = "Linux",
        ["resourceId"] = identity.ManagedIdentities.SystemAssigned?.ResourceId ?? "",
    };
}
