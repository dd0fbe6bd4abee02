using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Runtime.Loader;
using RunSummary.Engine;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Bulk;
using RunSummary.Engine.Graph;

namespace RunSummary.Benchmarks.Updates;

/// <summary>
/// A session whose limit has another window than the service's 20 seconds: what Connect-RunSummary makes, but for that.
/// Its types are those of the module that was imported, so the module must have been used before.
/// </summary>
internal static class PacedSession
{
    private const int ReadLimit = 2000;
    private const int Retries = 5;

    /// <summary>Lets this assembly find the engine where the module has loaded it: in a load context of its own.</summary>
    public static void ShareTheModulesEngine() => AssemblyLoadContext.Default.Resolving += (_, name) =>
        AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == name.Name);

    public static RunSummarySession Create(Workload workload, int writeLimit, TimeSpan window, HttpMessageHandler transport)
    {
        SessionTokens tokens = new(new GivenTokenCredential(new AccessTokenSignIn(new NetworkCredential("", workload.AccessToken).SecurePassword)));
        ApiVersionGate versions = new(given: null);
        SessionPace pace = new(new Pacer(ReadLimit, window, SystemClock.Instance), new Pacer(writeLimit, window, SystemClock.Instance));
        GraphClient client = new(
            workload.Endpoint, GraphHttp.CreateClient(final: transport), tokens, versions, new RetryPolicy(Retries), pace, SystemClock.Instance);
        SessionIdentity identity = new(CloudEnvironment.Global, workload.Endpoint, workload.Endpoint, tokens, versions);
        return new RunSummarySession(new GraphSession(client, tokens, new WriteRefusals(), identity));
    }
}
