using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

internal static class OpenIdConfiguration
{
    public static JsonObject Of(string root, string tenant) => new()
    {
        ["token_endpoint"] = $"{root}/{tenant}/oauth2/v2.0/token",
        ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "private_key_jwt", "client_secret_basic"),
        ["jwks_uri"] = $"{root}/{tenant}/discovery/v2.0/keys",
        ["response_modes_supported"] = new JsonArray("query", "fragment", "form_post"),
        ["subject_types_supported"] = new JsonArray("pairwise"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["response_types_supported"] = new JsonArray("code"),
        ["scopes_supported"] = new JsonArray("openid", "profile", "email", "offline_access"),
        ["issuer"] = $"{root}/{(SandboxTenant.IsForAnyUser(tenant) ? "{tenantid}" : SandboxTenant.Id)}/v2.0",
        ["authorization_endpoint"] = $"{root}/{tenant}/oauth2/v2.0/authorize",
        ["device_authorization_endpoint"] = $"{root}/{tenant}/oauth2/v2.0/devicecode",
        ["tenant_region_scope"] = "EU",
        ["cloud_instance_name"] = "localhost",
    };
}
