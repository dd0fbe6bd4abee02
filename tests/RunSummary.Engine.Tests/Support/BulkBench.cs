using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Support;

/// <summary>Runs over a service that understands batches. Nothing waits for company but until the run is complete.</summary>
internal sealed class BulkBench(
    int retries = 0, FakeTokens? tokens = null, string? version = "v1.0", string endpoint = "https://graph.microsoft.com", FakeService? service = null) : IDisposable
{
    public static readonly RunOptions Options = new(ThrottleLimit: 4) { Linger = FakeClock.Never };

    private readonly FakeService _service = service ?? new FakeService();
    private GraphBench? _bench;

    public FakeService Service => _service;

    public GraphBench Bench => _bench ??= new GraphBench(endpoint, version, retries, tokens, _service);

    public RecordedEvents Events => Bench.Events;

    public GraphSession Session => Bench.Session;

    public static ScriptReference Script(int number, DeviceScriptType type = DeviceScriptType.Shell) =>
        new(type, new Guid(number + 1, 0, 0, new byte[8]));

    public static RunRequest Update(int number, int value) => Update(Script(number), GraphBench.Counts(errorDevice: value));

    public static RunRequest Update(ScriptReference script, RunSummaryCounts counts) =>
        new(new RunSummaryUpdate(script, counts, RunSummaryId: null), GraphBench.Subject) { Script = script };

    public static RunRequest Read(int number) => new(Update: null, GraphBench.Subject) { Script = Script(number) };

    /// <summary>Updates of scripts from 0 on, each to a value of its own.</summary>
    public static RunRequest[] Updates(int count) => [.. Enumerable.Range(0, count).Select(number => Update(number, ValueOf(number)))];

    public static int ValueOf(int number) => 1000 + number;

    /// <summary>Does a whole run.</summary>
    public async Task<List<RunOutcome>> RunAsync(IEnumerable<RunRequest> requests, RunOptions? options = null, CancellationToken? cancellation = null)
    {
        List<RunOutcome> outcomes = [];
        (IRunSummaryRun run, Task work) = Start(outcomes.Add, options, cancellation);
        foreach (RunRequest request in requests)
        {
            run.Add(request);
        }

        run.Complete();
        await Ends(work);
        return outcomes;
    }

    public (IRunSummaryRun Run, Task Work) Start(Action<RunOutcome> take, RunOptions? options = null, CancellationToken? cancellation = null) =>
        Session.StartRun(options ?? Options, take, Events, cancellation ?? TestContext.Current.CancellationToken);

    /// <summary>Waits for what would hang if it failed.</summary>
    public static Task Ends(Task work) => work.WaitAsync(GraphBench.Patience, CancellationToken.None);

    /// <summary>Says that each request had one outcome, in its place, and that all but some were written.</summary>
    public static void AssertWritten(IReadOnlyList<RunRequest> requests, IReadOnlyList<RunOutcome> outcomes, params int[] except)
    {
        Assert.Equal(requests, outcomes.Select(outcome => outcome.Request));
        for (int index = 0; index < outcomes.Count; index++)
        {
            Assert.Equal(except.Contains(index), outcomes[index].Failure is not null);
            Assert.Equal(except.Contains(index) ? null : requests[index].Update!.Counts.ErrorDeviceCount, outcomes[index].Summary?.ErrorDeviceCount);
        }
    }

    public static ErrorId?[] Errors(IEnumerable<RunOutcome> outcomes) => [.. outcomes.Select(outcome => outcome.Failure?.Id)];

    public void Dispose() => _bench?.Dispose();
}
