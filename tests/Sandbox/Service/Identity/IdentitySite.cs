using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Service;

/// <summary>The identity service as one function from request to answer, faults included.</summary>
internal sealed class IdentitySite(FaultPlan faults, IReadOnlyList<ITokenGrant> grants)
{
    public async Task<SandboxAnswer> AnswerAsync(SandboxRequest request, CancellationToken cancellationToken)
    {
        SandboxAnswer answer = await faults.ApplyAsync(request, RefusalException.Caught(Route), cancellationToken).ConfigureAwait(false);
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
            ("POST", "oauth2/v2.0/token") => Token(request, tenant),
            ("GET", "v2.0/.well-known/openid-configuration") => Known(request, tenant, OpenIdConfiguration.Of(request.Root, tenant)),
            ("GET", "discovery/v2.0/keys") => Known(request, tenant, JsonWebToken.PublicKeys()),
            (_, "oauth2/v2.0/token") => SandboxAnswer.OfText(405, "text/plain", "").With("Allow", "POST"),
            _ => SandboxAnswer.OfText(404, "text/html", "<html><body><h1>404</h1></body></html>"),
        };
    }

    private SandboxAnswer Token(SandboxRequest source, string tenant)
    {
        CheckTenant(source, tenant);
        TokenRequest request = new(source);
        foreach (ITokenGrant grant in grants)
        {
            if (grant.GrantType == request.GrantType)
            {
                return Ok(grant.Answer(request));
            }
        }

        throw IdentityErrors.Of(source, 400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{request.GrantType}'.");
    }

    private static SandboxAnswer Known(SandboxRequest request, string tenant, JsonObject document)
    {
        CheckTenant(request, tenant);
        return Ok(document);
    }

    private static void CheckTenant(SandboxRequest request, string tenant)
    {
        if (!tenant.Equals(SandboxApplication.TenantId, StringComparison.OrdinalIgnoreCase)
            && !tenant.Equals(SandboxApplication.TenantDomain, StringComparison.OrdinalIgnoreCase))
        {
            throw IdentityErrors.Of(request, 400, "invalid_request", 90002,
                $"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.");
        }
    }

    private static SandboxAnswer Ok(JsonObject json) => SandboxAnswer.OfJson(200, json, "application/json; charset=utf-8");
}
