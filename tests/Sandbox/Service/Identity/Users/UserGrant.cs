using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>A user has let an application in.</summary>
internal sealed record UserGrant(SandboxApplication Application, SandboxUser User, ScopeRequest Scopes)
{
    public string? Nonce { get; init; }

    public JsonObject? Claims { get; init; }
}
