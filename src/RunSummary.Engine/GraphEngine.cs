using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Bulk;
using RunSummary.Engine.Graph;
using RunSummary.Engine.Reports;

namespace RunSummary.Engine;

/// <summary>The engine behind the port: the module's root makes one by name.</summary>
internal sealed class GraphEngine : IEngine
{
    public void Prepare() => WarmUp.Start();

    public async Task<IEngineSession> ConnectAsync(ConnectRequest request, IEngineEvents events, CancellationToken cancellationToken)
    {
        CloudEndpoints cloud = CloudEndpoints.Of(request.Environment);
        Uri authority = request.Authority ?? cloud.Authority;
        WebProxy? proxy = request.Proxy is { } address ? new WebProxy(address) { Credentials = request.ProxyCredential } : null;
        RetryPolicy retries = new(request.MaximumRetryCount);
        SignInService service = new(authority, cloud.GraphEndpoint, proxy) { Retries = retries };
        SessionTokens tokens = new(Credentials.Create(request.SignIn, service));
        try
        {
            // Asked for now, so that a sign-in that fails does so here and not at the first request.
            AccessToken token = await tokens.GetTokenAsync(rejected: null, events, cancellationToken).ConfigureAwait(false);
            PermissionAdvice.Give(token.Claims, events);

            Uri endpoint = request.GraphEndpoint ?? cloud.GraphEndpoint;
            ApiVersionGate versions = new(request.ApiVersion);
            GraphClient client = new(endpoint, GraphHttp.CreateClient(proxy), tokens, versions, retries, SessionPace.Create(request.WriteLimit), SystemClock.Instance);
            return new GraphSession(client, tokens, new WriteRefusals(), new SessionIdentity(request.Environment, endpoint, authority, tokens, versions));
        }
        catch
        {
            tokens.Dispose();
            throw;
        }
    }

    public Task<IReadOnlyList<CachedTenant>> ListCachedTenantsAsync(CloudEnvironment environment, Uri? authority, string clientId) =>
        CachedTenants.ListAsync(authority ?? CloudEndpoints.Of(environment).Authority, clientId);

    public void CheckReport(ReportTarget target) => ReportFile.Check(target);

    public void WriteReport(ScriptReport report, ReportTarget target, CancellationToken cancellationToken) =>
        ReportFile.Write(target, stream => ReportWriter.Write(report, target.Format, stream), cancellationToken);
}
