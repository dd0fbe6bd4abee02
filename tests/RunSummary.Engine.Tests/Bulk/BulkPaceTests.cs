using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Bulk;

/// <summary>A session whose limit is 200 writes in 20 seconds.</summary>
public sealed class BulkPaceTests
{
    private static readonly RunOptions OneByOne = BulkBench.Options with { ThrottleLimit = 1 };

    [Fact]
    public async Task Writes_above_the_limit_wait_for_the_window()
    {
        using BulkBench bench = new();

        BulkBench.AssertWritten(BulkBench.Updates(210), await bench.RunAsync(BulkBench.Updates(210), OneByOne));

        Assert.Equal([.. Enumerable.Repeat(20, 10), 10], bench.Service.Sizes);
        Assert.Equal(TimeSpan.FromSeconds(20), bench.Bench.Clock.Now);
    }

    [Fact]
    public async Task A_batch_is_cut_to_what_is_left_of_the_limit_and_the_rest_follows()
    {
        using BulkBench bench = new();
        await bench.RunAsync(BulkBench.Updates(195), OneByOne);

        BulkBench.AssertWritten(BulkBench.Updates(20), await bench.RunAsync(BulkBench.Updates(20), OneByOne));

        Assert.Equal([5, 15], bench.Service.Sizes.Skip(10));
    }

    [Fact]
    public async Task Where_the_limit_leaves_one_it_goes_as_the_plain_request()
    {
        using BulkBench bench = new();
        await bench.RunAsync(BulkBench.Updates(199), OneByOne);

        await bench.RunAsync(BulkBench.Updates(5), OneByOne);

        Assert.Equal([0, 4], bench.Service.Sizes.Skip(10));
    }

    [Fact]
    public async Task Reads_do_not_count_as_writes()
    {
        using BulkBench bench = new();

        await bench.RunAsync(Enumerable.Range(0, 400).Select(BulkBench.Read), OneByOne);
        await bench.RunAsync(BulkBench.Updates(200), OneByOne);

        Assert.Equal(TimeSpan.Zero, bench.Bench.Clock.Now);
    }

    [Fact]
    public async Task Two_runs_of_a_session_share_its_limit()
    {
        using BulkBench bench = new();

        await Task.WhenAll(bench.RunAsync(BulkBench.Updates(100)), bench.RunAsync(BulkBench.Updates(101)));

        Assert.Equal(TimeSpan.FromSeconds(20), bench.Bench.Clock.Now);
    }

    [Fact]
    public async Task A_run_that_waits_for_its_pace_can_be_cancelled()
    {
        using BulkBench bench = new();
        await bench.RunAsync(BulkBench.Updates(200), OneByOne);
        using CancellationTokenSource cancellation = new();
        bench.Bench.Clock.Arrange(TimeSpan.FromSeconds(5), cancellation.Cancel);
        List<RunOutcome> outcomes = [];
        (IRunSummaryRun run, Task work) = bench.Start(outcomes.Add, OneByOne, cancellation.Token);
        Array.ForEach(BulkBench.Updates(40), run.Add);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BulkBench.Ends(work));

        Assert.Empty(outcomes);
        Assert.Equal(10, bench.Service.Sent.Count);
    }
}
