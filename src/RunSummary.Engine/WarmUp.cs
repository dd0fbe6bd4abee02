using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Bulk;
using RunSummary.Engine.Graph;
using RunSummary.Errors;

namespace RunSummary.Engine;

/// <summary>
/// Does one update against an answer from memory, so that its code is loaded and compiled while PowerShell and the sign-in are still
/// busy: of a short run that is the greater part. Nothing is sent.
/// </summary>
internal static class WarmUp
{
    private static int _isStarted;

    /// <summary>Starts once a process, and returns at once.</summary>
    public static void Start()
    {
        if (Interlocked.Exchange(ref _isStarted, 1) == 0)
        {
            _ = Task.Run(TryAsync);
        }
    }

    private static async Task TryAsync()
    {
        try
        {
            await UpdateAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is, the first real request meets it too, and says so.
        catch (Exception)
#pragma warning restore CA1031
        {
            return;
        }
    }

    private static async Task UpdateAsync()
    {
        Uri nowhere = new("https://localhost");
        using SessionTokens tokens = new(new GivenTokenCredential(new AccessTokenSignIn(new NetworkCredential("", "none").SecurePassword)));
        ApiVersionGate versions = new(given: null);
        GraphClient client = new(
            nowhere, GraphHttp.CreateClient(final: new Memory()), tokens, versions, new RetryPolicy(maximumRetries: 0), SessionPace.Create(writeLimit: 1), SystemClock.Instance);
        using GraphSession session = new(client, tokens, new WriteRefusals(), new SessionIdentity(CloudEnvironment.Global, nowhere, nowhere, tokens, versions));
        ScriptReference script = new(DeviceScriptType.Shell, Guid.Empty);
        RunRequest request = new(new RunSummaryUpdate(script, Memory.Counts, RunSummaryId: null), new ErrorSubject("", Target: null, ErrorScope.InputObject)) { Script = script };
        (IRunSummaryRun run, Task work) = session.StartRun(new RunOptions(ThrottleLimit: 1) { Linger = TimeSpan.Zero }, _ => { }, NoEvents.Instance, CancellationToken.None);
        run.Add(request);
        run.Complete();
        await work.ConfigureAwait(false);
    }

    /// <summary>Stands for the network.</summary>
    private sealed class Memory : HttpMessageHandler
    {
        public static readonly RunSummaryCounts Counts = new(ErrorDeviceCount: 0, ErrorUserCount: 0, SuccessDeviceCount: 0, SuccessUserCount: 0);

        private const string Summary = """{"id":"0","errorDeviceCount":0,"errorUserCount":0,"successDeviceCount":0,"successUserCount":0}""";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent(Summary, Encoding.UTF8, "application/json"),
            });
    }
}
