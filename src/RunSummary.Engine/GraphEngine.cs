using System;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Bulk;
using RunSummary.Engine.Graph;

namespace RunSummary.Engine;

/// <summary>The engine behind the port: the module's root makes one by name.</summary>
internal sealed class GraphEngine : IEngine
{
    public async Task<IEngineSession> ConnectAsync(ConnectRequest request, IEngineEvents events, CancellationToken cancellationToken)
    {
        CloudEndpoints cloud = CloudEndpoints.Of(request.Environment);
        Uri authority = request.Authority ?? cloud.Authority;
        ITokenSource tokens = TokenSources.Create(request.SignIn, authority, isCustomAuthority: request.Authority is not null, cloud.Scope);

        // Asked for now, so that a sign-in that fails does so here and not at the first request.
        RetryPolicy retries = new(request.MaximumRetryCount);
        await PatientSignIn.GetTokenAsync(tokens, retries, events, cancellationToken).ConfigureAwait(false);

        Uri endpoint = request.GraphEndpoint ?? cloud.GraphEndpoint;
        ApiVersionGate versions = new(request.ApiVersion);
        GraphClient client = new(endpoint, GraphHttp.CreateClient(), tokens, versions, retries, SessionPace.Create(request.WriteLimit), SystemClock.Instance);
        return new GraphSession(client, new WriteRefusals(), new SessionIdentity(request.Environment, endpoint, authority, tokens, versions));
    }
}
