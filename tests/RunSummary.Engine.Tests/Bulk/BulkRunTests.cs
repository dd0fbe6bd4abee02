using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Bulk;

public sealed class BulkRunTests
{
    private static readonly Uri Batch = new("https://graph.microsoft.com/v1.0/$batch");

    [Fact]
    public async Task One_object_goes_as_the_plain_request()
    {
        using BulkBench bench = new();

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(1));

        SentRequest sent = Assert.Single(bench.Service.Sent);
        Assert.Equal("PATCH", sent.Method);
        Assert.Equal($"https://graph.microsoft.com/v1.0/deviceManagement/deviceShellScripts/{BulkBench.Script(0).Id}/runSummary", sent.Url);
        BulkBench.AssertWritten(BulkBench.Updates(1), outcomes);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(19)]
    [InlineData(20)]
    public async Task Up_to_twenty_objects_go_as_one_batch(int count)
    {
        using BulkBench bench = new();

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(count));

        SentRequest sent = Assert.Single(bench.Service.Sent);
        Assert.Equal(("POST", Batch), (sent.Method, sent.Address));
        Assert.Equal("application/json", sent.Headers["Content-Type"]);
        Assert.Equal([count], bench.Service.Sizes);
        BulkBench.AssertWritten(BulkBench.Updates(count), outcomes);
    }

    [Fact]
    public async Task Of_forty_one_objects_the_last_goes_as_the_plain_request()
    {
        using BulkBench bench = new();

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(41), BulkBench.Options with { ThrottleLimit = 1 });

        Assert.Equal([20, 20, 0], bench.Service.Sizes);
        BulkBench.AssertWritten(BulkBench.Updates(41), outcomes);
    }

    [Fact]
    public async Task Reads_go_in_batches_too()
    {
        using BulkBench bench = new();

        List<RunOutcome> outcomes = await bench.RunAsync(Enumerable.Range(0, 41).Select(BulkBench.Read), BulkBench.Options with { ThrottleLimit = 1 });

        Assert.Equal([20, 20, 0], bench.Service.Sizes);
        Assert.All(bench.Service.Items, item => Assert.Equal("GET", item.Method));
        Assert.Equal(Enumerable.Range(0, 41).Select(number => BulkBench.Script(number).Id.ToString()), outcomes.Select(outcome => outcome.Summary!.ScriptId));
        Assert.All(outcomes, outcome => Assert.Equal(FakeService.Initial, RunSummaryCounts.Of(outcome.Summary!)));
    }

    [Fact]
    public async Task A_run_of_nothing_sends_nothing_and_ends()
    {
        using BulkBench bench = new();

        Assert.Empty(await bench.RunAsync([]));
        Assert.Empty(bench.Service.Sent);
    }

    [Fact]
    public async Task Outcomes_come_in_the_order_of_the_input_whatever_the_order_of_the_answers()
    {
        using BulkBench bench = new() { Service = { Order = answers => answers.Reverse() } };

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(41));

        BulkBench.AssertWritten(BulkBench.Updates(41), outcomes);
    }

    [Fact]
    public async Task An_outcome_waits_for_those_before_it()
    {
        using BulkBench bench = new();
        TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Service.Arrives = (sent, _) =>
        {
            bool isFirst = ServiceItem.Of(sent)[0].ScriptId == BulkBench.Script(0).Id;
            if (!isFirst)
            {
                second.TrySetResult();
            }

            return isFirst ? first.Task : Task.CompletedTask;
        };
        List<RunOutcome> outcomes = [];
        (IRunSummaryRun run, Task work) = bench.Start(outcomes.Add);
        Array.ForEach(BulkBench.Updates(40), run.Add);
        run.Complete();
        await BulkBench.Ends(second.Task);

        Assert.Empty(outcomes);
        first.SetResult();
        await BulkBench.Ends(work);
        BulkBench.AssertWritten(BulkBench.Updates(40), outcomes);
    }

    [Fact]
    public async Task Failures_that_are_added_in_between_keep_their_place()
    {
        using BulkBench bench = new();
        List<RunOutcome> outcomes = [];
        (IRunSummaryRun run, Task work) = bench.Start(outcomes.Add);
        Failure failure = new(ErrorId.CountInvalid, "No count.");
        RunRequest bad = new(Update: null, GraphBench.Subject);

        run.AddFailed(bad, failure);
        run.Add(BulkBench.Update(0, 5));
        run.AddFailed(bad, failure);
        run.Add(BulkBench.Update(1, 6));
        run.AddFailed(bad, failure);
        run.Complete();
        await BulkBench.Ends(work);

        Assert.Equal([ErrorId.CountInvalid, null, ErrorId.CountInvalid, null, ErrorId.CountInvalid], BulkBench.Errors(outcomes));
        Assert.Equal([null, 5, null, 6, null], outcomes.Select(outcome => outcome.Summary?.ErrorDeviceCount));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Only_so_many_requests_are_under_way_at_once(int limit)
    {
        using BulkBench bench = new();
        SemaphoreSlim leave = new(0);
        int arrived = 0;
        bench.Service.Arrives = (_, cancellation) =>
        {
            if (Interlocked.Increment(ref arrived) == limit)
            {
                leave.Release(100);
            }

            return leave.WaitAsync(cancellation);
        };

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(160), BulkBench.Options with { ThrottleLimit = limit });

        Assert.Equal(limit, bench.Service.PeakInFlight);
        BulkBench.AssertWritten(BulkBench.Updates(160), outcomes);
    }

    [Fact]
    public async Task A_script_is_never_under_way_twice_and_ends_with_its_last_write()
    {
        using BulkBench bench = new();
        RunRequest[] requests = [.. Enumerable.Range(0, 60).Select(index => BulkBench.Update(index % 3, index))];

        List<RunOutcome> outcomes = await bench.RunAsync(requests);

        BulkBench.AssertWritten(requests, outcomes);
        Assert.All(bench.Service.Sent, sent => Assert.Distinct(ServiceItem.Of(sent).Select(item => item.ScriptId)));
        Assert.All(Enumerable.Range(0, 3), number => Assert.Equal(
            Enumerable.Range(0, 20).Select(turn => (int?)((3 * turn) + number)),
            bench.Service.Writes.Where(write => write.ScriptId == BulkBench.Script(number).Id).Select(write => write.Counts.ErrorDeviceCount)));
    }

    [Fact]
    public async Task Each_batch_has_one_verbose_line()
    {
        using BulkBench bench = new();
        bench.Service.Item = (item, _) => item.ScriptId == BulkBench.Script(4).Id ? Answer.Error(404, "NotFound", "No.") : null;

        await bench.RunAsync(BulkBench.Updates(40), BulkBench.Options with { ThrottleLimit = 1 });

        string[] lines = [.. bench.Events.Lines.Where(line => line.StartsWith("Batch of", StringComparison.Ordinal))];
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("Batch of 20 PATCH: 19 × 200, 1 × 404 ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Batch of 20 PATCH: 20 × 200 ", lines[1], StringComparison.Ordinal);
    }
}
