using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

internal sealed class RefreshTokenGrant(SandboxIdentity identity, ClientAuthentication clients, UserTokens tokens) : ITokenGrant
{
    public string GrantType => "refresh_token";

    public JsonObject Answer(TokenRequest request)
    {
        SandboxApplication application = clients.IdentifyForUser(request);
        UserGrant grant = identity.RefreshTokens.Redeem(request, application);
        return tokens.Answer(request, request["scope"] is string scope ? grant with { Scopes = ScopeRequest.Demand(request.Source, scope) } : grant);
    }
}
