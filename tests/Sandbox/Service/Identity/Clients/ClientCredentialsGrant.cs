using System;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

internal sealed class ClientCredentialsGrant(SandboxIdentity identity, ClientAuthentication clients, TokenIssuer tokens) : ITokenGrant
{
    private const string DefaultScope = "/.default";

    public string GrantType => "client_credentials";

    public JsonObject Answer(TokenRequest request)
    {
        SandboxTenant.CheckNamed(request.Source, request.Tenant);
        SandboxApplication application = clients.Authenticate(request);
        string audience = Audience(request);
        identity.CheckClaims(request.Source, request.Claims, audience);
        IssuedToken token = new(audience, application, tokens.NextExpiry)
        {
            Roles = tokens.Roles,
            AuthenticatedBy = request.Credential,
            Claims = request.Claims,
        };
        return TokenAnswer.Of(tokens.IssueByEndpoint(token), tokens.Lifetime, identity.RefreshIn);
    }

    private static string Audience(TokenRequest request)
    {
        string scope = request["scope"] ?? throw IdentityErrors.Of(request.Source, 400, "invalid_request", 90014,
            "The required field 'scope' is missing from the credential. Ensure that you have all the necessary parameters for the login request.");
        if (scope.Contains(' ', StringComparison.Ordinal))
        {
            throw IdentityErrors.Of(request.Source, 400, "invalid_scope", 70011,
                $"The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.");
        }

        if (!scope.EndsWith(DefaultScope, StringComparison.OrdinalIgnoreCase))
        {
            throw IdentityErrors.Of(request.Source, 400, "invalid_scope", 1002012,
                $"The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).");
        }

        return scope[..^DefaultScope.Length].TrimEnd('/');
    }
}
