using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;
using static RunSummary.Engine.Tests.RunStates.PageBytes;

namespace RunSummary.Engine.Tests.RunStates;

public sealed class MeasureRunTests
{
    [Fact]
    public async Task A_measured_summary_has_the_counts_of_both_kinds_of_states()
    {
        using StatesService service = new((_, what) => Task.FromResult(Answer.Json(200, what == "deviceRunStates"
            ? Page(
                Device("\"success\"", ",\"lastStateUpdateDateTime\":\"2026-03-02T10:00:00Z\""), Device("\"success\""), Device("\"success\""), Device("\"fail\""),
                Device("\"scriptError\""), Device("\"pending\""), Device("\"notApplicable\""), Device("\"later\""))
            : Page("""{"successDeviceCount":1}""", """{"successDeviceCount":1,"errorDeviceCount":1}""", """{"errorDeviceCount":1}""", """{"errorDeviceCount":1}""", "{}"))));

        MeasuredRunSummary summary = (MeasuredRunSummary)Assert.Single(await RunAsync(service, 1)).Summary!;

        Assert.Equal((3, 2, 1, 3), (summary.SuccessDeviceCount, summary.ErrorDeviceCount, summary.SuccessUserCount, summary.ErrorUserCount));
        Assert.Equal((1, 1, 1, 8), (summary.Pending, summary.NotApplicable, summary.Unknown, summary.Total));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), summary.LatestState);
        Assert.Equal((BulkBench.Script(0).Id.ToString(), DeviceScriptType.Shell, null), (summary.ScriptId, summary.ScriptType, summary.Id));
    }

    [Theory]
    [InlineData("""{"errorDeviceCount":1,"successDeviceCount":2,"errorUserCount":0,"successUserCount":1}""", false, 0, 0, 0, 0)]
    [InlineData("""{"errorDeviceCount":4,"successDeviceCount":2,"errorUserCount":0,"successUserCount":1}""", true, -3, 0, 0, 0)]
    [InlineData("""{"errorDeviceCount":1,"successDeviceCount":0,"errorUserCount":0,"successUserCount":1}""", true, 0, 2, 0, 0)]
    [InlineData("""{"errorDeviceCount":1,"successDeviceCount":2,"errorUserCount":7,"successUserCount":1}""", true, 0, 0, -7, 0)]
    [InlineData("""{"errorDeviceCount":1,"successDeviceCount":2,"errorUserCount":0,"successUserCount":0}""", true, 0, 0, 0, 1)]
    [InlineData("""{"errorDeviceCount":1,"successDeviceCount":2,"errorUserCount":0}""", true, 0, 0, 0, null)]
    public async Task A_comparison_has_measured_less_recorded(string recorded, bool drifted, int? errorDevices, int? successDevices, int? errorUsers, int? successUsers)
    {
        using StatesService service = new((_, what) => Task.FromResult(Answer.Json(200, what switch
        {
            "runSummary" => recorded,
            "deviceRunStates" => Page(Device("\"success\""), Device("\"success\""), Device("\"fail\"")),
            _ => Page("""{"successDeviceCount":1}"""),
        })));

        RunSummaryComparison comparison = (RunSummaryComparison)Assert.Single(await RunAsync(service, 1, compare: true)).Summary!;

        Assert.Equal((1, 2, 0, 1), (comparison.ErrorDeviceCount, comparison.SuccessDeviceCount, comparison.ErrorUserCount, comparison.SuccessUserCount));
        Assert.Equal(
            (errorDevices, successDevices, errorUsers, successUsers),
            (comparison.ErrorDeviceCountDifference, comparison.SuccessDeviceCountDifference, comparison.ErrorUserCountDifference, comparison.SuccessUserCountDifference));
        Assert.Equal(drifted, comparison.HasDrift);
    }

    [Fact]
    public async Task Each_script_has_one_outcome_in_its_place_whatever_comes_first()
    {
        TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using StatesService service = new(async (number, _) =>
        {
            if (number == 4)
            {
                first.TrySetResult();
            }

            await (number == 0 ? first.Task : Task.CompletedTask);
            return number == 2 ? Answer.Error(404, "ResourceNotFound", "Not found.") : Answer.Json(200, Page("{}"));
        });

        List<RunOutcome> outcomes = await RunAsync(service, 8);

        Assert.Equal(Enumerable.Range(0, 8).Select(number => BulkBench.Script(number)), outcomes.Select(outcome => outcome.Request.Script));
        Assert.Equal([null, null, ErrorId.ScriptNotFound, null, null, null, null, null], BulkBench.Errors(outcomes));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task No_more_scripts_than_allowed_are_read_at_once(int limit)
    {
        using StatesService service = new(async (_, _) =>
        {
            await Task.Yield();
            return Answer.Json(200, Page("{}"));
        });

        Assert.Equal(30, (await RunAsync(service, 30, limit: limit)).Count);
        Assert.InRange(service.PeakInFlight, 1, limit);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_ends()
    {
        using CancellationTokenSource cancel = new();
        using StatesService service = new(async (_, _) =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel.Token);
            return Answer.Empty(200);
        });
        using GraphBench bench = new(network: service);
        (IRunSummaryRun run, Task work) = bench.Session.StartMeasuring(new MeasureOptions(4, Compare: false), _ => { }, bench.Events, cancel.Token);

        run.Add(BulkBench.Read(0));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BulkBench.Ends(work));
    }

    private static async Task<List<RunOutcome>> RunAsync(StatesService service, int count, bool compare = false, int limit = 4)
    {
        using GraphBench bench = new(network: service);
        List<RunOutcome> outcomes = [];
        (IRunSummaryRun run, Task work) = bench.Session.StartMeasuring(
            new MeasureOptions(limit, compare), outcomes.Add, bench.Events, TestContext.Current.CancellationToken);
        foreach (int number in Enumerable.Range(0, count))
        {
            run.Add(BulkBench.Read(number));
        }

        run.Complete();
        await BulkBench.Ends(work);
        return outcomes;
    }
}
