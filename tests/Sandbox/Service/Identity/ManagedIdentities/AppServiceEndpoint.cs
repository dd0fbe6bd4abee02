using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>As in App Service and Azure Functions.</summary>
internal sealed class AppServiceEndpoint(ManagedIdentities identities, ManagedIdentityTokens tokens)
{
    public const string Path = "/msi/token";

    public JsonObject Answer(ManagedIdentityRequest request)
    {
        if (request.Source.Header("X-IDENTITY-HEADER") != identities.IdentityHeader)
        {
            throw Refused(request, 401, "Access denied: the X-IDENTITY-HEADER is missing or wrong.");
        }

        if (request.ApiVersion != "2019-08-01")
        {
            throw Refused(request, 400, $"The api-version '{request.ApiVersion}' is not supported.");
        }

        string resource = request.Resource ?? throw Refused(request, 400, "The parameter 'resource' is missing.");
        ManagedIdentity identity = identities.Find(request)
            ?? throw Refused(request, 400, "No Managed Identity found for specified ClientId/ResourceId/PrincipalId.");
        JsonObject answer = tokens.ForMachine(identity, resource);
        answer.Remove("expires_in");
        answer.Remove("not_before");
        return answer;
    }

    private static RefusalException Refused(ManagedIdentityRequest request, int status, string message) => new(SandboxAnswer.OfJson(status, new JsonObject
    {
        ["statusCode"] = status,
        ["message"] = message,
        ["correlationId"] = request.Source.RequestId,
    }));
}
