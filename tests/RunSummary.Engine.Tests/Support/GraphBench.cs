using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Bulk;
using RunSummary.Engine.Graph;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Support;

/// <summary>A session over recorded answers, with a wait that only writes down how long it would have been.</summary>
internal sealed class GraphBench : IDisposable
{
    public const string ScriptId = "1c5024d9-24d9-1c50-d924-501cd924501c";

    /// <summary>After so long a test that would hang fails instead.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    public static readonly ScriptReference Script = new(DeviceScriptType.Shell, Guid.Parse(ScriptId), "Install Company Portal");

    private readonly CancellationTokenSource _patience =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public GraphBench(
        string endpoint = "https://graph.microsoft.com", string? version = "v1.0", int retries = 0, FakeTokens? tokens = null, HttpMessageHandler? network = null)
    {
        _patience.CancelAfter(Patience);
        Uri address = new(endpoint);
        Tokens = tokens ?? new FakeTokens("token-1");
        ApiVersionGate versions = new(version);
        RetryPolicy policy = new(retries, () => 0.5);
        SessionPace pace = new(new Pacer(2000, Window, Clock), new Pacer(200, Window, Clock));
        Client = new GraphClient(address, GraphHttp.CreateClient(final: network ?? Graph), Tokens, versions, policy, pace, Clock);
        Session = new GraphSession(Client, Tokens, new WriteRefusals(), new SessionIdentity(CloudEnvironment.Global, address, address, Tokens, versions));
    }

    public FakeGraph Graph { get; } = new();

    public FakeTokens Tokens { get; }

    public RecordedEvents Events { get; } = new();

    public FakeClock Clock { get; } = new();

    public List<TimeSpan> Waits => Clock.Waits;

    public GraphClient Client { get; }

    public GraphSession Session { get; }

    public static ErrorSubject Subject { get; } = new("the script", Target: null, ErrorScope.InputObject);

    private CancellationToken Cancellation => _patience.Token;

    public static RunSummaryCounts Counts(int? errorDevice = null, int? errorUser = null, int? successDevice = null, int? successUser = null) =>
        new(errorDevice, errorUser, successDevice, successUser);

    /// <summary>Updates one summary; without counts, with an error device count of zero.</summary>
    public Task<DeviceScriptRunSummary> UpdateAsync(
        RunSummaryCounts? counts = null, string? runSummaryId = null, ScriptReference? script = null, CancellationToken? cancellation = null)
    {
        RunSummaryUpdate update = new(script ?? Script, counts ?? Counts(errorDevice: 0), runSummaryId);
        return RunAsync(new RunRequest(update, Subject) { Script = update.Script }, cancellation ?? Cancellation);
    }

    public Task<DeviceScriptRunSummary> ReadAsync() => RunAsync(new RunRequest(Update: null, Subject) { Script = Script }, Cancellation);

    /// <summary>Sends one request as a run of its own.</summary>
    private async Task<DeviceScriptRunSummary> RunAsync(RunRequest request, CancellationToken cancellation)
    {
        RunOutcome? outcome = null;
        (IRunSummaryRun run, Task work) = Session.StartRun(new RunOptions(ThrottleLimit: 4) { Linger = TimeSpan.Zero }, came => outcome = came, Events, cancellation);
        run.Add(request);
        run.Complete();
        await work;
        return outcome!.Summary ?? throw new FailureException(outcome.Failure!);
    }

    /// <summary>Sends a bare request over the client, which begins before this returns.</summary>
    public Task SendAsync(CancellationToken? cancellation = null) => Client.SendAsync(
        new GraphRequest(HttpMethod.Get, "deviceManagement/x") { IsForScript = true }, _ => true, Events, cancellation ?? Cancellation);

    public Task<DeviceScript> ReadScriptAsync(DeviceScriptType type = DeviceScriptType.Shell) =>
        Session.GetScriptAsync(Script with { Type = type }, Events, Cancellation);

    public async Task<List<string>> ListAsync(DeviceScriptType type = DeviceScriptType.Shell)
    {
        List<string> names = [];
        await Session.ListScriptsAsync(type, Take, Events, Cancellation);
        return names;

        Task Take(DeviceScript script)
        {
            names.Add(script.DisplayName!);
            return Task.CompletedTask;
        }
    }

    public static async Task<Failure> FailureOf(Task call) => (await Assert.ThrowsAsync<FailureException>(() => call)).Failure;

    public Task<Failure> FailingUpdateAsync() => FailureOf(UpdateAsync());

    public void Dispose()
    {
        Session.Dispose();
        _patience.Dispose();
    }
}
