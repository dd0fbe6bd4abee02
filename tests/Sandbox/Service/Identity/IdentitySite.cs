using System;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Service;

/// <summary>The identity service as one function from request to answer, faults included.</summary>
internal sealed class IdentitySite(
    FaultPlan faults, TokenEndpoint tokens, DeviceCodeEndpoint devices, AuthorizeEndpoint authorize, ManagedIdentitySite machine)
{
    public static IdentitySite Of(SandboxIdentity identity, TokenIssuer tokens, FaultPlan faults)
    {
        ClientAuthentication clients = new(identity);
        UserTokens users = new(identity, tokens);
        AuthorizationCodes codes = new();
        ITokenGrant[] grants =
        [
            new ClientCredentialsGrant(identity, clients, tokens),
            new AuthorizationCodeGrant(codes, clients, users),
            new DeviceCodeGrant(DeviceCodeGrant.ShortGrantType, identity, clients, users),
            new DeviceCodeGrant(DeviceCodeGrant.StandardGrantType, identity, clients, users),
            new RefreshTokenGrant(identity, clients, users),
        ];
        return new IdentitySite(
            faults,
            new TokenEndpoint(grants, identity.SignIns),
            new DeviceCodeEndpoint(identity),
            new AuthorizeEndpoint(identity, codes),
            new ManagedIdentitySite(identity, new ManagedIdentityTokens(identity, tokens)));
    }

    public async Task<SandboxAnswer> AnswerAsync(SandboxRequest request, CancellationToken cancellationToken)
    {
        SandboxAnswer answer = await faults.ApplyAsync(request, RefusalException.Caught(request.Root.StartsWith("https:", StringComparison.Ordinal) ? Route : machine.Answer), cancellationToken).ConfigureAwait(false);
        return answer
            .WithDefault("x-ms-request-id", request.RequestId)
            .WithDefault("client-request-id", request.ClientRequestId)
            .WithDefault("Cache-Control", "no-store, no-cache");
    }

    private SandboxAnswer Route(SandboxRequest request)
    {
        string[] segments = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string tenant = segments.Length > 0 ? segments[0] : "";
        return (request.Method, string.Join('/', segments[Math.Min(1, segments.Length)..])) switch
        {
            ("POST", "oauth2/v2.0/token") => Known(request, tenant, () => tokens.Answer(request, tenant)),
            ("POST", "oauth2/v2.0/devicecode") => Known(request, tenant, () => devices.Answer(request, tenant)),
            ("GET", "oauth2/v2.0/authorize") => Page(request, tenant),
            ("GET", "v2.0/.well-known/openid-configuration") => Known(request, tenant, () => OpenIdConfiguration.Of(request.Root, tenant)),
            ("GET", "discovery/v2.0/keys") => Known(request, tenant, JsonWebToken.PublicKeys),
            ("GET", "discovery/instance") => Ok(InstanceDiscovery.Of(request.Root)),
            (_, "oauth2/v2.0/token" or "oauth2/v2.0/devicecode") => SandboxAnswer.OfText(405, "text/plain", "").With("Allow", "POST"),
            _ => SandboxAnswer.OfText(404, "text/html", "<html><body><h1>404</h1></body></html>"),
        };
    }

    private SandboxAnswer Page(SandboxRequest request, string tenant)
    {
        SandboxTenant.Check(request, tenant);
        return authorize.Answer(request);
    }

    private static SandboxAnswer Known(SandboxRequest request, string tenant, Func<JsonObject> answer)
    {
        SandboxTenant.Check(request, tenant);
        return Ok(answer());
    }

    private static SandboxAnswer Ok(JsonObject json) => SandboxAnswer.OfJson(200, json, "application/json; charset=utf-8");
}
