using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Bulk;

public sealed class BulkRetryTests
{
    private static readonly Answer NotNow = Answer.Error(503, "ServiceUnavailable", "Not now.");

    [Fact]
    public async Task Only_the_items_that_failed_go_again()
    {
        using BulkBench bench = new(retries: 1);
        Guid[] failing = [BulkBench.Script(3).Id, BulkBench.Script(17).Id];
        bench.Service.Item = (item, time) => failing.Contains(item.ScriptId) && time == 1 ? NotNow : null;

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(20));

        Assert.Equal([20, 2], bench.Service.Sizes);
        Assert.Equal(failing, ServiceItem.Of(bench.Service.Sent[1]).Select(item => item.ScriptId));
        BulkBench.AssertWritten(BulkBench.Updates(20), outcomes);
    }

    [Fact]
    public async Task One_item_that_failed_goes_again_as_the_plain_request()
    {
        using BulkBench bench = new(retries: 1);
        bench.Service.Item = (item, time) => item.ScriptId == BulkBench.Script(3).Id && time == 1 ? NotNow : null;

        await bench.RunAsync(BulkBench.Updates(20));

        Assert.Equal([20, 0], bench.Service.Sizes);
    }

    [Fact]
    public async Task An_items_own_wait_is_kept()
    {
        using BulkBench bench = new(retries: 1);
        bench.Service.Item = (item, time) => item.ScriptId == BulkBench.Script(3).Id && time == 1 ? NotNow.With("retry-after", "17") : null;

        await bench.RunAsync(BulkBench.Updates(20));

        Assert.Equal(TimeSpan.FromSeconds(17), Assert.Single(bench.Bench.Waits));
    }

    [Fact]
    public async Task What_Intune_nests_in_an_item_is_waited_for()
    {
        using BulkBench bench = new(retries: 1);
        Answer slowDown = Answer.IntuneError(429, "TooManyRequests", "Slow down", "21");
        bench.Service.Item = (item, time) => item.ScriptId == BulkBench.Script(3).Id && time == 1 ? slowDown : null;

        await bench.RunAsync(BulkBench.Updates(20));

        Assert.Equal(TimeSpan.FromSeconds(21), bench.Bench.Clock.Now);
    }

    [Fact]
    public async Task A_429_of_one_item_pauses_all_writes_of_the_session()
    {
        using BulkBench bench = new(retries: 1);
        Answer slowDown = Answer.Empty(429).With("Retry-After", "9");
        bench.Service.Item = (item, time) => item.ScriptId == BulkBench.Script(0).Id && time == 1 ? slowDown : null;

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(20));
        await bench.RunAsync([BulkBench.Update(30, 1)]);

        Assert.Equal(TimeSpan.FromSeconds(9), bench.Bench.Clock.Now);
        BulkBench.AssertWritten(BulkBench.Updates(20), outcomes);
    }

    [Theory]
    [InlineData(429, nameof(ErrorId.Throttled))]
    [InlineData(500, nameof(ErrorId.ServiceUnavailable))]
    [InlineData(503, nameof(ErrorId.ServiceUnavailable))]
    [InlineData(507, nameof(ErrorId.ServiceUnavailable))]
    public async Task An_item_that_goes_on_failing_has_its_failure_after_the_last_try(int status, string id)
    {
        using BulkBench bench = new(retries: 2);
        bench.Service.Item = (item, _) => item.ScriptId == BulkBench.Script(1).Id ? Answer.Error(status, "SomeCode", "Some words.") : null;

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(3));

        BulkBench.AssertWritten(BulkBench.Updates(3), outcomes, except: 1);
        Failure failure = outcomes[1].Failure!;
        Assert.Equal(id, failure.Id.ToString());
        Assert.Equal((3, status, "SomeCode", Answer.RequestId), (failure.Http!.Attempts, failure.Http.StatusCode, failure.Http.Code, failure.Http.RequestId));
        Assert.Equal(3, bench.Service.Items.Count(item => item.ScriptId == BulkBench.Script(1).Id));
    }

    [Theory]
    [InlineData(400, nameof(ErrorId.RequestRejected))]
    [InlineData(403, nameof(ErrorId.PermissionDenied))]
    [InlineData(404, nameof(ErrorId.ScriptNotFound))]
    [InlineData(409, nameof(ErrorId.RequestRejected))]
    public async Task An_item_that_is_refused_does_not_go_again(int status, string id)
    {
        using BulkBench bench = new(retries: 3);
        bench.Service.Item = (item, _) => item.ScriptId == BulkBench.Script(1).Id ? Answer.Error(status, "SomeCode", "Some words.") : null;

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(3));

        Assert.Single(bench.Service.Sent);
        BulkBench.AssertWritten(BulkBench.Updates(3), outcomes, except: 1);
        Assert.Equal(id, outcomes[1].Failure!.Id.ToString());
    }

    [Fact]
    public async Task An_item_that_is_missing_from_two_answers_and_then_comes_is_written()
    {
        using BulkBench bench = new(retries: 2);
        bench.Service.Item = (item, time) => item.ScriptId == BulkBench.Script(1).Id && time <= 2 ? Missing(item, time) : null;

        List<RunOutcome> outcomes = await bench.RunAsync([.. BulkBench.Updates(3)]);

        BulkBench.AssertWritten(BulkBench.Updates(3), outcomes);
    }

    [Fact]
    public async Task Items_that_are_missing_from_every_answer_are_ResponseInvalid()
    {
        using BulkBench bench = new(retries: 2);
        bench.Service.Item = (item, _) => item.ScriptId == BulkBench.Script(0).Id || item.ScriptId == BulkBench.Script(2).Id ? FakeService.LeftOut : null;

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(4));

        Assert.Equal([4, 2, 2], bench.Service.Sizes);
        BulkBench.AssertWritten(BulkBench.Updates(4), outcomes, 0, 2);
        Assert.Equal([ErrorId.ResponseInvalid, null, ErrorId.ResponseInvalid, null], BulkBench.Errors(outcomes));
        Assert.Equal(3, outcomes[0].Failure!.Http!.Attempts);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(507)]
    public async Task A_batch_that_fails_as_a_whole_goes_again_as_a_batch(int status)
    {
        using BulkBench bench = new(retries: 1);
        bench.Service.Whole = (_, number) => number == 1 ? Answer.Empty(status).With("Retry-After", "5") : null;

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(20));

        Assert.Equal([20, 20], bench.Service.Sizes);
        Assert.Equal(TimeSpan.FromSeconds(5), bench.Bench.Clock.Now);
        BulkBench.AssertWritten(BulkBench.Updates(20), outcomes);
    }

    [Theory]
    [InlineData("<html><body>Bad Gateway</body></html>")]
    [InlineData("{\"responses\":[{\"id\":\"1\",\"status\":200,")]
    [InlineData("{\"value\":[]}")]
    [InlineData("")]
    public async Task A_batch_whose_answer_makes_no_sense_goes_again_and_is_ResponseInvalid_in_the_end(string body)
    {
        using BulkBench bench = new(retries: 1);
        bench.Service.Whole = (_, _) => new Answer(200, Encoding.UTF8.GetBytes(body));

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(3));

        Assert.Equal([3, 3], bench.Service.Sizes);
        Assert.All(outcomes, outcome => Assert.Equal((ErrorId.ResponseInvalid, 2), (outcome.Failure!.Id, outcome.Failure.Http!.Attempts)));
        Assert.Equal(3, outcomes.Count);
    }

    [Fact]
    public async Task A_gateways_page_for_a_batch_is_transient()
    {
        using BulkBench bench = new(retries: 1);
        bench.Service.Whole = (_, number) => number == 1 ? Answer.Html(502) : null;

        BulkBench.AssertWritten(BulkBench.Updates(20), await bench.RunAsync(BulkBench.Updates(20)));

        Assert.Equal([20, 20], bench.Service.Sizes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_batch_whose_connection_breaks_goes_again(bool isReset)
    {
        using BulkBench bench = new(retries: 1);
        bench.Service.Whole = (_, number) => number > 1 ? null : throw (isReset ? new HttpRequestException("Reset.") : new IOException("Broken."));

        BulkBench.AssertWritten(BulkBench.Updates(20), await bench.RunAsync(BulkBench.Updates(20)));

        Assert.Equal([20, 20], bench.Service.Sizes);
        Assert.Single(bench.Events.Lines, line => line.StartsWith("Batch of 20 PATCH came to nothing: ", StringComparison.Ordinal));
        Assert.Single(bench.Events.Lines, line => line.StartsWith("Batch of 20 PATCH: 20 × 200 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_that_breaks_always_is_ConnectionFailed_for_each()
    {
        using BulkBench bench = new(retries: 2);
        bench.Service.Whole = (_, _) => throw new HttpRequestException("Reset.");

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(5));

        Assert.Equal(5, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal((ErrorId.ConnectionFailed, 3), (outcome.Failure!.Id, outcome.Failure.Http!.Attempts)));
    }

    // Alone, a request can't be missing from an answer: then it is an answer that makes no sense.
    private static Answer Missing(ServiceItem item, int time) =>
        item.Id.Length > 0 ? FakeService.LeftOut : Answer.Json(200, $"{{\"time\":{time}");
}
