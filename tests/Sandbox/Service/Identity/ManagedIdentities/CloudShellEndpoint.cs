using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>As in Cloud Shell: asked like a machine's, but the token is the user's who sits there.</summary>
internal sealed class CloudShellEndpoint(ManagedIdentityTokens tokens)
{
    public const string Path = "/oauth2/token";

    private static readonly SandboxApplication Console = new("b677c290-cf4b-4a8e-a60e-91ba650a4abe", "AzurePortal Console App");

    public JsonObject Answer(ManagedIdentityRequest request)
    {
        if (!request.HasMetadataHeader)
        {
            throw Refused("MetadataHeaderMissing", "Required metadata header not specified.");
        }

        return tokens.ForUser(Console, request.Resource ?? throw Refused("AudienceMissing", "Required audience parameter not specified."));
    }

    private static RefusalException Refused(string code, string message) => new(SandboxAnswer.OfJson(400, new JsonObject
    {
        ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
    }));
}
