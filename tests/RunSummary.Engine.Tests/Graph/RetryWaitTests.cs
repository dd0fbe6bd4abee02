using System;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class RetryWaitTests
{
    [Fact]
    public async Task What_the_header_asks_for_is_what_is_waited_for()
    {
        using GraphBench bench = new(retries: 3);
        bench.Graph.Answers(
            Answer.Empty(429).With("Retry-After", "17"), Answer.Empty(503).With("Retry-After", "3"), Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        Assert.Equal([TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(3)], bench.Waits);
    }

    [Fact]
    public async Task A_date_is_waited_for_by_the_services_clock()
    {
        using GraphBench bench = new(retries: 1);
        bench.Graph.Answers(
            Answer.Empty(503).With("Retry-After", "Wed, 21 Oct 2015 07:30:10 GMT").With("Date", "Wed, 21 Oct 2015 07:28:00 GMT"),
            Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        Assert.Equal([TimeSpan.FromSeconds(130)], bench.Waits);
    }

    [Theory]
    [InlineData("21")]
    [InlineData("\"21\"")]
    public async Task What_Intune_nests_in_the_message_is_waited_for(string nested)
    {
        using GraphBench bench = new(retries: 1);
        bench.Graph.Answers(Answer.IntuneError(429, "TooManyRequests", "Slow down", nested), Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        Assert.Equal([TimeSpan.FromSeconds(21)], bench.Waits);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    [InlineData("true")]
    public async Task Where_nothing_is_asked_for_the_wait_is_drawn(string nested)
    {
        using GraphBench bench = new(retries: 1);
        bench.Graph.Answers(Answer.IntuneError(429, "TooManyRequests", "Slow down", nested), Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        Assert.Equal([TimeSpan.FromSeconds(0.25)], bench.Waits);
    }

    [Fact]
    public async Task The_header_wins_over_what_is_nested()
    {
        using GraphBench bench = new(retries: 1);
        bench.Graph.Answers(
            Answer.IntuneError(429, "TooManyRequests", "Slow down", "99").With("Retry-After", "4"), Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        Assert.Equal([TimeSpan.FromSeconds(4)], bench.Waits);
    }

    [Fact]
    public async Task Drawn_waits_double()
    {
        using GraphBench bench = new(retries: 3);
        bench.Graph.Answers(Answer.Empty(503), Answer.Empty(503), Answer.Empty(503), Answer.Empty(503));

        await bench.FailingUpdateAsync();

        Assert.Equal([TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1)], bench.Waits);
    }

    [Fact]
    public async Task Waits_of_more_than_five_minutes_in_all_are_not_begun()
    {
        using GraphBench bench = new(retries: 9);
        Answer slow = Answer.Empty(429).With("Retry-After", "120");
        bench.Graph.Answers(slow, slow, slow);

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal([TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(120)], bench.Waits);
        Assert.Equal(ErrorId.Throttled, failure.Id);
        Assert.Equal(3, failure.Http!.Attempts);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_said_in_the_failure()
    {
        using GraphBench bench = new(retries: 3);
        bench.Graph.Answers(Answer.Empty(429).With("Retry-After", "3600"));

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Empty(bench.Waits);
        Assert.Contains("3600 s", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_ends_with_the_callers_cancellation()
    {
        using GraphBench bench = new(retries: 1);
        using CancellationTokenSource cancellation = new();
        bench.Graph.Answers(request =>
        {
            cancellation.Cancel();
            return Answer.Empty(503).ToMessage(request);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.UpdateAsync(cancellation: cancellation.Token));
        Assert.Single(bench.Graph.Sent);
    }
}
