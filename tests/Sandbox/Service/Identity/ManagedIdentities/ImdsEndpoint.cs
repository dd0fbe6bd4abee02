using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>The Instance Metadata Service of virtual machines.</summary>
internal sealed class ImdsEndpoint(ManagedIdentities identities, ManagedIdentityTokens tokens)
{
    public const string Path = "/metadata/identity/oauth2/token";

    public JsonObject Answer(ManagedIdentityRequest request)
    {
        // MSAL probes without the header and takes the 400 for a yes.
        if (!request.HasMetadataHeader)
        {
            throw Refused("Required metadata header not specified");
        }

        if (request.ApiVersion is null)
        {
            throw Refused("Required query variable 'api-version' is missing");
        }

        string resource = request.Resource ?? throw Refused("Required audience parameter not specified");
        return tokens.ForMachine(identities.Find(request) ?? throw Refused("Identity not found"), resource);
    }

    public static RefusalException Refused(string description, int status = 400) => new(SandboxAnswer.OfJson(status, new JsonObject
    {
        ["error"] = "invalid_request",
        ["error_description"] = description,
    }));
}
