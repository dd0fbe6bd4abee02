using System;
using System.Globalization;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>The tokens of machines; all numbers in the answers are texts.</summary>
internal sealed class ManagedIdentityTokens(SandboxIdentity identity, TokenIssuer tokens)
{
    public JsonObject ForMachine(ManagedIdentity machine, string resource) => Answer(
        new IssuedToken(resource, new SandboxApplication(machine.ClientId, machine.Name), tokens.NextExpiry) { Roles = tokens.Roles, Machine = machine });

    public JsonObject ForUser(SandboxApplication application, string resource) => Answer(
        new IssuedToken(resource, application, tokens.NextExpiry) { User = identity.Users.Default, Scopes = identity.GrantedScopes });

    private JsonObject Answer(IssuedToken token)
    {
        string text = tokens.IssueByEndpoint(token);
        identity.SignIns.Add(new SignIn("managed_identity", token.Application.ClientId, ClientCredentialKind.None, Error: null)
        {
            Scope = token.Audience,
            UserName = token.User?.UserPrincipalName,
        });
        return new JsonObject
        {
            ["access_token"] = text,
            ["client_id"] = token.Application.ClientId,
            ["expires_in"] = ((int)tokens.Lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            ["expires_on"] = Seconds(token.ExpiresOn),
            ["not_before"] = Seconds(DateTimeOffset.UtcNow),
            ["resource"] = token.Audience,
            ["token_type"] = "Bearer",
        };
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
