using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Bulk;

public sealed class BulkBeforeTests
{
    private static readonly RunOptions SkipUnchanged = BulkBench.Options with { ThrottleLimit = 1, SkipUnchanged = true };

    [Fact]
    public async Task What_the_service_holds_already_is_given_out_unwritten()
    {
        using BulkBench bench = new();
        RunRequest[] requests = [BulkBench.Update(0, 1), BulkBench.Update(1, 5), BulkBench.Update(2, 1)];

        List<RunOutcome> outcomes = await bench.RunAsync(requests, SkipUnchanged);

        Assert.Equal([3, 0], bench.Service.Sizes);
        Assert.Equal(BulkBench.Script(1).Id, Assert.Single(bench.Service.Writes).ScriptId);
        BulkBench.AssertWritten(requests, outcomes);
        Assert.Equal(FakeService.Initial, RunSummaryCounts.Of(outcomes[0].Summary!));
        Assert.Equal(Recorded.SummaryKey, outcomes[0].Summary!.Id);
    }

    [Fact]
    public async Task Only_the_counts_that_are_to_be_written_decide_whether_it_is_there_already()
    {
        using BulkBench bench = new();
        RunRequest[] requests =
        [
            BulkBench.Update(BulkBench.Script(0), GraphBench.Counts(errorDevice: 1, successUser: 4)),
            BulkBench.Update(BulkBench.Script(1), GraphBench.Counts(errorDevice: 1, successUser: 5)),
        ];

        await bench.RunAsync(requests, SkipUnchanged);

        Assert.Equal(BulkBench.Script(1).Id, Assert.Single(bench.Service.Writes).ScriptId);
    }

    [Fact]
    public async Task A_script_is_read_again_before_each_of_its_writes()
    {
        using BulkBench bench = new();
        RunRequest[] requests = [BulkBench.Update(0, 5), BulkBench.Update(0, 5), BulkBench.Update(0, 1), BulkBench.Update(0, 1)];

        List<RunOutcome> outcomes = await bench.RunAsync(requests, SkipUnchanged);

        Assert.Equal([5, 1], bench.Service.Writes.Select(write => write.Counts.ErrorDeviceCount));
        BulkBench.AssertWritten(requests, outcomes);
    }

    [Fact]
    public async Task A_count_that_the_service_does_not_give_is_written()
    {
        using BulkBench bench = new();
        bench.Service.Held[BulkBench.Script(0).Id] = GraphBench.Counts(errorUser: 2);

        await bench.RunAsync([BulkBench.Update(0, 0)], SkipUnchanged);

        Assert.Single(bench.Service.Writes);
    }

    [Fact]
    public async Task Reads_that_fail_go_again_while_the_others_are_written()
    {
        using BulkBench bench = new(retries: 1);
        bench.Service.Item = (item, time) => !item.IsWrite && item.ScriptId == BulkBench.Script(1).Id && time == 1 ? Answer.Empty(503) : null;

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(5), SkipUnchanged);

        Assert.Equal([5, 4, 0, 0], bench.Service.Sizes);
        BulkBench.AssertWritten(BulkBench.Updates(5), outcomes);
    }

    [Fact]
    public async Task Reads_and_writes_have_tries_of_their_own()
    {
        using BulkBench bench = new(retries: 2);
        bench.Service.Item = (_, time) => time <= 2 ? Answer.Empty(503) : null;

        BulkBench.AssertWritten(BulkBench.Updates(5), await bench.RunAsync(BulkBench.Updates(5), SkipUnchanged));
    }

    [Fact]
    public async Task A_write_is_sent_where_the_service_holds_what_is_expected()
    {
        using BulkBench bench = new();
        RunRequest request = BulkBench.Update(0, 5) with { Expected = [GraphBench.Counts(errorDevice: 1)] };

        RunOutcome outcome = Assert.Single(await bench.RunAsync([request]));

        Assert.Equal(5, outcome.Summary!.ErrorDeviceCount);
        Assert.Equal(GraphBench.Counts(errorDevice: 5), Assert.Single(bench.Service.Writes).Counts);
    }

    [Fact]
    public async Task Where_the_service_holds_something_else_it_is_a_RestoreConflict_that_names_both()
    {
        using BulkBench bench = new();
        RunRequest[] requests =
        [
            BulkBench.Update(0, 5) with { Expected = [GraphBench.Counts(errorDevice: 1)] },
            BulkBench.Update(1, 5) with { Expected = [GraphBench.Counts(errorDevice: 77)] },
        ];

        List<RunOutcome> outcomes = await bench.RunAsync(requests);

        BulkBench.AssertWritten(requests, outcomes, except: 1);
        Assert.Equal(ErrorId.RestoreConflict, outcomes[1].Failure!.Id);
        Assert.Equal("ErrorDeviceCount is 1, the run wrote 77.", outcomes[1].Failure!.Detail);
        Assert.Equal(BulkBench.Script(0).Id, Assert.Single(bench.Service.Writes).ScriptId);
    }

    [Fact]
    public async Task Counts_that_are_not_expected_may_be_anything()
    {
        using BulkBench bench = new();
        RunRequest request = BulkBench.Update(0, 5) with { Expected = [GraphBench.Counts(errorDevice: 1)] };
        bench.Service.Held[BulkBench.Script(0).Id] = GraphBench.Counts(1, 99, 99, 99);

        Assert.NotNull(Assert.Single(await bench.RunAsync([request])).Summary);
    }

    [Fact]
    public async Task What_is_restored_already_is_given_out_unwritten()
    {
        using BulkBench bench = new();
        RunRequest request = BulkBench.Update(0, 1) with { Expected = [GraphBench.Counts(errorDevice: 77)] };

        RunOutcome outcome = Assert.Single(await bench.RunAsync([request]));

        Assert.Equal(FakeService.Initial, RunSummaryCounts.Of(outcome.Summary!));
        Assert.Empty(bench.Service.Writes);
    }

    [Fact]
    public async Task Each_count_may_be_as_one_expects_it_or_as_it_is_to_be()
    {
        using BulkBench bench = new();
        RunRequest request = BulkBench.Update(BulkBench.Script(0), GraphBench.Counts(errorDevice: 1, errorUser: 5, successDevice: 6)) with
        {
            Expected = [GraphBench.Counts(errorDevice: 7, errorUser: 2, successDevice: 8), GraphBench.Counts(successDevice: 3)],
        };

        Assert.Equal(5, Assert.Single(await bench.RunAsync([request])).Summary!.ErrorUserCount);
    }

    [Fact]
    public async Task One_count_that_nobody_expects_is_enough_for_a_conflict()
    {
        using BulkBench bench = new();
        RunRequest request = BulkBench.Update(BulkBench.Script(0), GraphBench.Counts(errorDevice: 5, errorUser: 5)) with
        {
            Expected = [GraphBench.Counts(errorDevice: 1, errorUser: 77), GraphBench.Counts(errorDevice: 1)],
        };

        Assert.Equal("ErrorUserCount is 2, the run wrote 77.", Assert.Single(await bench.RunAsync([request])).Failure!.Detail);
        Assert.Empty(bench.Service.Writes);
    }

    [Fact]
    public async Task A_count_that_the_service_does_not_give_is_not_as_expected()
    {
        using BulkBench bench = new();
        bench.Service.Held[BulkBench.Script(0).Id] = GraphBench.Counts(errorUser: 2);
        RunRequest request = BulkBench.Update(0, 5) with { Expected = [GraphBench.Counts(errorDevice: 77), GraphBench.Counts()] };

        Assert.Equal("ErrorDeviceCount is ?, the run wrote 77.", Assert.Single(await bench.RunAsync([request])).Failure!.Detail);
    }

    [Fact]
    public async Task A_write_that_the_service_changed_is_WriteNotKept_for_its_item_alone()
    {
        using BulkBench bench = new();
        bench.Service.Item = (item, _) => item.ScriptId == BulkBench.Script(1).Id ? Answer.Json(200, """{"errorDeviceCount":4}""") : null;

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(3));

        BulkBench.AssertWritten(BulkBench.Updates(3), outcomes, except: 1);
        Assert.Equal(ErrorId.WriteNotKept, outcomes[1].Failure!.Id);
    }
}
