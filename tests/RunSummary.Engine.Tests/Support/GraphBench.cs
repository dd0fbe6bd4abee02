using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
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

    public static readonly ScriptReference Script = new(DeviceScriptType.Shell, Guid.Parse(ScriptId), "Install Company Portal");

    private readonly CancellationTokenSource _patience =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public GraphBench(
        string endpoint = "https://graph.microsoft.com", string? version = "v1.0", int retries = 0, FakeTokens? tokens = null)
    {
        _patience.CancelAfter(Patience);
        Uri address = new(endpoint);
        Tokens = tokens ?? new FakeTokens("token-1");
        ApiVersionGate versions = new(version);
        RetryPolicy policy = new(retries, () => 0.5, WaitAsync);
        Client = new GraphClient(address, GraphHttp.CreateClient(Graph), Tokens, versions, policy);
        Session = new GraphSession(Client, new SessionIdentity(CloudEnvironment.Global, address, address, Tokens, versions));
    }

    public FakeGraph Graph { get; } = new();

    public FakeTokens Tokens { get; }

    public RecordedEvents Events { get; } = new();

    public List<TimeSpan> Waits { get; } = [];

    public GraphClient Client { get; }

    public GraphSession Session { get; }

    private CancellationToken Cancellation => _patience.Token;

    public static RunSummaryCounts Counts(int? errorDevice = null, int? errorUser = null, int? successDevice = null, int? successUser = null) =>
        new(errorDevice, errorUser, successDevice, successUser);

    /// <summary>Updates one summary; without counts, with an error device count of zero.</summary>
    public Task<DeviceScriptRunSummary> UpdateAsync(
        RunSummaryCounts? counts = null, string? runSummaryId = null, ScriptReference? script = null, CancellationToken? cancellation = null)
    {
        RunSummaryUpdate update = new(script ?? Script, counts ?? Counts(errorDevice: 0), runSummaryId);
        return Session.UpdateRunSummaryAsync(update, Events, cancellation ?? Cancellation);
    }

    public Task<DeviceScriptRunSummary> ReadAsync() => Session.GetRunSummaryAsync(Script, Events, Cancellation);

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

    private Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        Waits.Add(wait);
        return cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Task.CompletedTask;
    }
}
