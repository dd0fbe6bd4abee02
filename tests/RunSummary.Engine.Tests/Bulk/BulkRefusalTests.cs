using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Bulk;

public sealed class BulkRefusalTests
{
    private static readonly RunOptions OneByOne = BulkBench.Options with { ThrottleLimit = 1 };
    private static readonly Answer NoRoute = Answer.Error(400, "No method match route template", "No OData route exists.");
    private static readonly Answer Denied = Answer.Error(403, "Forbidden", "Not allowed.");

    [Fact]
    public async Task A_batch_that_is_refused_as_a_whole_goes_as_single_requests()
    {
        using BulkBench bench = new();
        Guid bad = BulkBench.Script(7).Id;
        bench.Service.Whole = (sent, _) => ServiceItem.IsBatch(sent) ? Answer.Error(400, "BadRequest", "No such batch.") : null;
        bench.Service.Item = (item, _) => item.ScriptId == bad ? Answer.Error(400, "BadRequest", "The item is bad.") : null;

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(20), OneByOne);

        Assert.Equal([20, .. Enumerable.Repeat(0, 20)], bench.Service.Sizes);
        BulkBench.AssertWritten(BulkBench.Updates(20), outcomes, except: 7);
        Assert.Equal(ErrorId.RequestRejected, outcomes[7].Failure!.Id);
        Assert.Contains("The item is bad.", outcomes[7].Failure!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_of_reads_that_is_refused_goes_as_single_requests()
    {
        using BulkBench bench = new();
        bench.Service.Whole = (sent, _) => ServiceItem.IsBatch(sent) ? Answer.Error(400, "BadRequest", "No such batch.") : null;

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(3), OneByOne with { SkipUnchanged = true });

        BulkBench.AssertWritten(BulkBench.Updates(3), outcomes);
        Assert.Equal(1, bench.Service.Sizes.Count(size => size > 0));
    }

    [Fact]
    public async Task A_batch_that_is_refused_as_a_whole_has_its_verbose_line()
    {
        using BulkBench bench = new();
        bench.Service.Whole = (sent, _) => ServiceItem.IsBatch(sent) ? Answer.Error(400, "BadRequest", "No such batch.") : null;

        await bench.RunAsync(BulkBench.Updates(3));

        string line = Assert.Single(bench.Events.Lines, line => line.StartsWith("Batch of 3 PATCH: 3 × 400 ", StringComparison.Ordinal));
        Assert.DoesNotContain("failed", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_updated_is_final_for_its_family_and_the_rest_is_not_sent()
    {
        using BulkBench bench = new(retries: 3);
        bench.Service.Item = (item, _) => item.Path.Contains("deviceShellScripts", StringComparison.Ordinal) ? NoRoute : null;
        RunRequest[] requests =
        [
            .. BulkBench.Updates(50),
            BulkBench.Update(BulkBench.Script(50, DeviceScriptType.PowerShell), GraphBench.Counts(errorDevice: 5)),
        ];

        List<RunOutcome> outcomes = await bench.RunAsync(requests, OneByOne);

        Assert.Equal([20, 0], bench.Service.Sizes);
        BulkBench.AssertWritten(requests, outcomes, [.. Enumerable.Range(0, 50)]);
        Assert.All(outcomes.Take(50), outcome => Assert.Equal(ErrorId.UpdateNotSupported, outcome.Failure!.Id));
        Assert.Equal(Enumerable.Repeat(1, 20).Concat(Enumerable.Repeat(0, 30)), outcomes.Take(50).Select(outcome => outcome.Failure!.Http!.Attempts));
        Assert.Single(outcomes.Take(50).Select(outcome => outcome.Failure!.Detail).Distinct());
    }

    [Fact]
    public async Task What_cannot_be_updated_stays_so_for_the_session_and_can_still_be_read()
    {
        using BulkBench bench = new();
        bench.Service.Item = (item, _) => item.IsWrite ? NoRoute : null;
        await bench.RunAsync(BulkBench.Updates(1));

        List<RunOutcome> writes = await bench.RunAsync(BulkBench.Updates(3));
        List<RunOutcome> reads = await bench.RunAsync([BulkBench.Read(1)]);

        Assert.All(writes, outcome => Assert.Equal(ErrorId.UpdateNotSupported, outcome.Failure!.Id));
        Assert.Single(bench.Service.Writes);
        Assert.NotNull(Assert.Single(reads).Summary);
    }

    [Fact]
    public async Task After_a_batch_of_nothing_but_403_no_write_is_sent()
    {
        using BulkBench bench = new(retries: 3);
        bench.Service.Item = (item, _) => item.IsWrite ? Denied : null;
        RunRequest[] requests =
        [
            .. BulkBench.Updates(50),
            BulkBench.Update(BulkBench.Script(50, DeviceScriptType.PowerShell), GraphBench.Counts(errorDevice: 5)),
        ];

        List<RunOutcome> outcomes = await bench.RunAsync(requests, OneByOne);
        List<RunOutcome> reads = await bench.RunAsync([BulkBench.Read(1)]);

        Assert.Equal([20, 0], bench.Service.Sizes);
        Assert.Equal(requests, outcomes.Select(outcome => outcome.Request));
        Assert.All(outcomes, outcome => Assert.Equal(ErrorId.PermissionDenied, outcome.Failure!.Id));
        Assert.NotNull(Assert.Single(reads).Summary);
    }

    [Fact]
    public async Task Some_403s_in_a_batch_and_one_alone_stop_nothing()
    {
        using BulkBench bench = new();
        Guid[] denied = [BulkBench.Script(0).Id, BulkBench.Script(5).Id, BulkBench.Script(20).Id];
        bench.Service.Item = (item, _) => denied.Contains(item.ScriptId) ? Denied : null;

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(21), OneByOne);
        outcomes.AddRange(await bench.RunAsync(BulkBench.Updates(1).Select(update => BulkBench.Update(30, 7)), OneByOne));

        Assert.Equal([20, 0, 0], bench.Service.Sizes);
        Assert.Equal([0, 5, 20], Enumerable.Range(0, 22).Where(index => outcomes[index].Failure is not null));
    }

    [Fact]
    public async Task A_batch_that_is_denied_as_a_whole_denies_each_of_its_items_and_the_writes_after_it()
    {
        using BulkBench bench = new(retries: 3);
        bench.Service.Whole = (sent, _) => ServiceItem.IsBatch(sent) ? Denied : null;

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(50), OneByOne);

        Assert.Equal(50, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal(ErrorId.PermissionDenied, outcome.Failure!.Id));
        Assert.Equal([20], bench.Service.Sizes);
    }

    [Fact]
    public async Task What_was_refused_and_is_there_already_is_put_back_without_an_error()
    {
        using BulkBench bench = new();
        bench.Service.Item = (item, _) => item.IsWrite ? Denied : null;
        await bench.RunAsync(BulkBench.Updates(3));
        RunRequest[] restores =
        [
            BulkBench.Update(0, 1) with { Expected = [GraphBench.Counts(errorDevice: 77)] },
            BulkBench.Update(1, 5) with { Expected = [GraphBench.Counts(errorDevice: 1)] },
        ];

        List<RunOutcome> outcomes = await bench.RunAsync(restores);

        Assert.Equal([null, ErrorId.PermissionDenied], BulkBench.Errors(outcomes));
        Assert.Equal(3, bench.Service.Writes.Count());
    }
}
