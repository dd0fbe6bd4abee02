using System;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class RetryTests
{
    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_failure_is_followed_by_another_try(int status)
    {
        using GraphBench bench = new(retries: 3);
        bench.Graph.Answers(Answer.Error(status, "SomeCode", "Later."), Answer.Json(200, Recorded.Summary));

        DeviceScriptRunSummary summary = await bench.UpdateAsync();

        Assert.Equal(41, summary.SuccessDeviceCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task After_the_last_try_the_failure_says_how_many_there_were(int retries)
    {
        using GraphBench bench = new(retries: retries);
        bench.Graph.Answers([.. Enumerable.Repeat(Answer.Error(429, "TooManyRequests", "Slow down."), retries + 1)]);

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(ErrorId.Throttled, failure.Id);
        Assert.Equal(retries + 1, failure.Http!.Attempts);
        Assert.Equal(retries + 1, bench.Graph.Sent.Count);
    }

    [Fact]
    public async Task Every_try_sends_the_whole_request_again()
    {
        using GraphBench bench = new(retries: 2);
        bench.Graph.Answers(Answer.Empty(503), Answer.Empty(429), Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        Assert.Equal(3, bench.Graph.Sent.Count);
        Assert.All(bench.Graph.Sent, sent =>
        {
            Assert.Equal("PATCH", sent.Method);
            Assert.Equal(bench.Graph.Sent[0].Url, sent.Url);
            Assert.Equal("""{"@odata.type":"#microsoft.graph.deviceManagementScriptRunSummary","errorDeviceCount":0}""", sent.BodyText);
            Assert.Equal("application/json", sent.Headers["Content-Type"]);
            Assert.Equal("Bearer token-1", sent.Authorization);
        });
    }

    [Fact]
    public async Task Every_try_has_a_client_request_id_of_its_own()
    {
        using GraphBench bench = new(retries: 2);
        bench.Graph.Answers(Answer.Empty(503), Answer.Empty(503), Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        Assert.Distinct(bench.Graph.Sent.Select(sent => sent.ClientRequestId));
    }

    [Fact]
    public async Task A_verbose_line_says_why_and_when_the_next_try_comes()
    {
        using GraphBench bench = new(retries: 3);
        bench.Graph.Answers(Answer.Empty(429).With("Retry-After", "17"), Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        string line = Assert.Single(bench.Events.Lines, line => line.Contains("Try 2 of 4", StringComparison.Ordinal));
        Assert.Contains("HTTP 429", line, StringComparison.Ordinal);
        Assert.Contains("17.0 s", line, StringComparison.Ordinal);
    }
}
