using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Journal;

public sealed class ResumeTests : IDisposable
{
    private readonly JournalFile _journal = new();

    [Fact]
    public async Task What_was_written_with_the_same_values_is_not_written_again()
    {
        using BulkBench bench = new();
        _journal.Write(JournalFile.Run(), JournalFile.Intent(0, before: 1, value: 5), JournalFile.Outcome(0, 5));

        List<RunOutcome> outcomes = await bench.RunAsync([BulkBench.Update(0, 5)], _journal.Resume);

        Assert.Empty(bench.Service.Sent);
        DeviceScriptRunSummary summary = Assert.Single(outcomes).Summary!;
        Assert.Equal(GraphBench.Counts(5, 2, 3, 4), RunSummaryCounts.Of(summary));
        Assert.Equal((Recorded.SummaryKey, BulkBench.Script(0).Id.ToString()), (summary.Id, summary.ScriptId));
    }

    [Fact]
    public async Task Other_values_are_written()
    {
        using BulkBench bench = new();
        _journal.Write(JournalFile.Run(), JournalFile.Intent(0, before: 1, value: 5), JournalFile.Outcome(0, 5));

        await bench.RunAsync([BulkBench.Update(0, 6)], _journal.Resume);

        Assert.Equal(6, Assert.Single(bench.Service.Writes).Counts.ErrorDeviceCount);
    }

    [Fact]
    public async Task More_counts_are_other_values()
    {
        using BulkBench bench = new();
        _journal.Write(JournalFile.Run(), JournalFile.Intent(0, before: 1, value: 5), JournalFile.Outcome(0, 5));

        await bench.RunAsync([BulkBench.Update(BulkBench.Script(0), GraphBench.Counts(errorDevice: 5, errorUser: 2))], _journal.Resume);

        Assert.Single(bench.Service.Writes);
    }

    [Fact]
    public async Task What_was_under_way_is_written_again()
    {
        using BulkBench bench = new();
        _journal.Write(JournalFile.Run(), JournalFile.Intent(0, before: 1, value: 5));

        await bench.RunAsync([BulkBench.Update(0, 5)], _journal.Resume);

        Assert.Single(bench.Service.Writes);
    }

    [Fact]
    public async Task What_failed_is_written_again()
    {
        using BulkBench bench = new();
        _journal.Write(JournalFile.Run(), JournalFile.Intent(0, before: 1, value: 5), JournalFile.Failed(0, 5, "ServiceUnavailable"));

        await bench.RunAsync([BulkBench.Update(0, 5)], _journal.Resume);

        Assert.Single(bench.Service.Writes);
    }

    [Fact]
    public async Task Without_resume_everything_is_written_in_a_run_of_its_own()
    {
        using BulkBench bench = new();
        _journal.Write(JournalFile.Run(), JournalFile.Intent(0, before: 1, value: 5), JournalFile.Outcome(0, 5));

        await bench.RunAsync([BulkBench.Update(0, 5)], _journal.Options);

        Assert.Single(bench.Service.Writes);
        Assert.Equal(2, _journal.Entries.Select(entry => (string?)entry["runId"]).Distinct().Count());
    }

    [Fact]
    public async Task A_resumed_run_goes_on_under_the_last_runs_id()
    {
        using BulkBench bench = new();
        string last = Guid.NewGuid().ToString();
        _journal.Write(JournalFile.Run(), JournalFile.Run(last), JournalFile.Intent(0, before: 1, value: 5, last));

        await bench.RunAsync([BulkBench.Update(0, 5)], _journal.Resume);

        Assert.All(_journal.Entries.Skip(1), entry => Assert.Equal(last, (string?)entry["runId"]));
        Assert.Equal(2, _journal.Entries.Skip(1).Count(entry => (string?)entry["entry"] == "run"));
    }

    [Fact]
    public async Task Outcomes_from_the_journal_keep_their_place_among_the_others()
    {
        using BulkBench bench = new();
        _journal.Write(
            JournalFile.Run(),
            JournalFile.Intent(1, before: 1, value: BulkBench.ValueOf(1)),
            JournalFile.Outcome(1, BulkBench.ValueOf(1)));

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(3), _journal.Resume);

        BulkBench.AssertWritten(BulkBench.Updates(3), outcomes);
        Assert.Equal([BulkBench.Script(0).Id, BulkBench.Script(2).Id], bench.Service.Writes.Select(write => write.ScriptId));
    }

    [Fact]
    public async Task A_journal_that_is_not_there_yet_is_begun()
    {
        using BulkBench bench = new();

        await bench.RunAsync(BulkBench.Updates(2), _journal.Resume);

        Assert.Equal(2, bench.Service.Writes.Count());
        Assert.Equal(5, _journal.Lines.Length);
    }

    [Fact]
    public async Task Several_writes_of_one_script_end_with_the_last_of_the_input()
    {
        using BulkBench bench = new();
        RunRequest[] requests = [BulkBench.Update(0, 5), BulkBench.Update(0, 6)];
        await bench.RunAsync(requests, _journal.Options);

        List<RunOutcome> outcomes = await bench.RunAsync(requests, _journal.Resume);

        Assert.Equal(6, bench.Service.Held[BulkBench.Script(0).Id].ErrorDeviceCount);
        Assert.Equal([5, 6], outcomes.Select(outcome => outcome.Summary!.ErrorDeviceCount));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_run_that_was_ended_anywhere_ends_right_when_it_is_resumed(int requests)
    {
        RunRequest[] updates = BulkBench.Updates(40);
        FakeService service = new();
        using (BulkBench first = new(service: service))
        {
            using CancellationTokenSource kill = new();
            service.Arrives = (_, ended) =>
            {
                if (service.Sent.Count == requests)
                {
                    kill.Cancel();
                }

                return Task.Delay(0, ended);
            };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.RunAsync(updates, _journal.Options, kill.Token));
        }

        FakeService again = new();
        foreach ((Guid script, RunSummaryCounts counts) in service.Held)
        {
            again.Held[script] = counts;
        }

        using BulkBench second = new(service: again);
        List<RunOutcome> outcomes = await second.RunAsync(updates, _journal.Resume);

        BulkBench.AssertWritten(updates, outcomes);
        Assert.All(Enumerable.Range(0, 40), number => Assert.Equal(
            FakeService.Initial with { ErrorDeviceCount = BulkBench.ValueOf(number) }, again.Held[BulkBench.Script(number).Id]));
        Assert.All(second.Session.ReadRestorePoints(_journal.Path, runId: null, second.Events), point => Assert.Equal(
            GraphBench.Counts(errorDevice: FakeService.Initial.ErrorDeviceCount), point.Before));
    }

    public void Dispose() => _journal.Dispose();
}
