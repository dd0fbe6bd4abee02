using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>Says of whichever host was asked that it is an identity service, and the only one.</summary>
internal static class InstanceDiscovery
{
    public static JsonObject Of(string root)
    {
        string host = root[(root.IndexOf("://", System.StringComparison.Ordinal) + 3)..];
        return new JsonObject
        {
            ["tenant_discovery_endpoint"] = $"{root}/{SandboxTenant.Id}/v2.0/.well-known/openid-configuration",
            ["api-version"] = "1.1",
            ["metadata"] = new JsonArray(new JsonObject
            {
                ["preferred_network"] = host,
                ["preferred_cache"] = host,
                ["aliases"] = new JsonArray(host),
            }),
        };
    }
}
