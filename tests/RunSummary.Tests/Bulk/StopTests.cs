using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.Bulk;

public sealed class StopTests : BulkTest
{
    private string Recorded => $"{Update} -JournalPath '{Journal}'";

    [Fact]
    public async Task Ctrl_C_ends_a_run_promptly_and_the_journal_tells_what_was_sent()
    {
        ConnectFast();
        Service.Faults.OnEnvelopes().Skip(5).Hang(TimeSpan.FromMinutes(5));
        Task<InvocationResult> run = Start(Recorded);
        await UntilAsync(() => Envelopes.Count > 7);

        Stopwatch watch = Stopwatch.StartNew();
        Shell.Stop();
        InvocationResult result = await run;

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Ended after {watch.ElapsedMilliseconds} ms."));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
        Assert.True(result.WasStopped);
        Assert.Empty(result.Errors);
        JournalFile journal = JournalFile.Read(Journal);
        Assert.Subset(journal.Intents.Select(JournalFile.ScriptId).ToHashSet(), Writes.Select(ScriptIdOf).ToHashSet());
        Assert.Subset(journal.Outcomes.Select(JournalFile.ScriptId).ToHashSet(), result.Output.Select(output => Guid.Parse((string)output!.Properties["ScriptId"].Value)).ToHashSet());
    }

    [Fact]
    public async Task A_run_that_was_stopped_can_be_resumed_at_once()
    {
        ConnectFast();
        Service.Faults.OnEnvelopes().Skip(5).Times(4).Hang(TimeSpan.FromMinutes(5));
        Task<InvocationResult> run = Start(Recorded);
        await UntilAsync(() => Envelopes.Count > 7);
        Shell.Stop();
        Assert.True((await run).WasStopped);
        Service.Faults.Clear();

        Assert.Equal(Counts(WantedFor(100)), Counts(Succeed(Recorded + " -Resume", WantedFor(100))));

        Assert.Equal(Counts(WantedFor(100)), HeldBy(100));
    }

    [Fact]
    public async Task Ctrl_C_ends_a_wait_for_the_service_too()
    {
        ConnectFast();
        Service.Faults.OnEnvelopes().Throttle("200");
        Task<InvocationResult> run = Start(Update);
        await UntilAsync(() => Envelopes.Count > 0);

        Stopwatch watch = Stopwatch.StartNew();
        Shell.Stop();

        Assert.True((await run).WasStopped);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    private Task<InvocationResult> Start(string script) =>
        Task.Run(() => Shell.Invoke("param($in) " + script, new Dictionary<string, object?> { ["in"] = WantedFor(100) }));

    private static async Task UntilAsync(Func<bool> isSo)
    {
        Stopwatch patience = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), "It doesn't come to that.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
