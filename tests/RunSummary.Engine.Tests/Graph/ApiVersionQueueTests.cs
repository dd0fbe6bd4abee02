using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

/// <summary>Until an answer has shown the version, one request is in flight and the others wait.</summary>
public sealed class ApiVersionQueueTests
{
    [Fact]
    public async Task Before_the_version_is_known_requests_go_one_by_one()
    {
        using GraphBench bench = new(version: null);
        HeldAnswer[] held = HoldAll(bench, Answer.Empty(503), Answer.Empty(503), Answer.Empty(503));
        Task[] requests = StartAll(bench, 3);

        foreach (HeldAnswer answer in held)
        {
            await answer.Arrived;
            answer.Release();
        }

        await Task.WhenAll(requests.Select(GraphBench.FailureOf));
        Assert.Equal(1, bench.Graph.PeakInFlight);
        Assert.Equal(3, bench.Graph.Sent.Count);
    }

    [Fact]
    public async Task The_others_are_let_go_together_once_it_is_known()
    {
        using GraphBench bench = new(version: null);
        HeldAnswer first = bench.Graph.Holds(Answer.Empty(204));
        HeldAnswer[] others = HoldAll(bench, Answer.Empty(204), Answer.Empty(204), Answer.Empty(204));
        Task[] requests = StartAll(bench, 4);
        await first.Arrived;
        Assert.Single(bench.Graph.Sent);

        first.Release();
        await Task.WhenAll(others.Select(answer => answer.Arrived));

        Assert.Equal(3, bench.Graph.PeakInFlight);
        await ReleaseAsync(others, requests);
    }

    [Fact]
    public async Task A_given_version_lets_requests_go_together_from_the_start()
    {
        using GraphBench bench = new(version: "beta");
        HeldAnswer[] held = HoldAll(bench, Answer.Empty(204), Answer.Empty(204), Answer.Empty(204));
        Task[] requests = StartAll(bench, 3);

        await Task.WhenAll(held.Select(answer => answer.Arrived));

        Assert.Equal(3, bench.Graph.PeakInFlight);
        await ReleaseAsync(held, requests);
    }

    [Fact]
    public async Task Those_who_waited_go_straight_to_beta_after_the_change()
    {
        using GraphBench bench = new(version: null);
        HeldAnswer first = bench.Graph.Holds(Answer.SegmentMissing());
        bench.Graph.Answers(Answer.Empty(204), Answer.Empty(204), Answer.Empty(204));
        Task[] requests = StartAll(bench, 3);
        await first.Arrived;

        first.Release();
        await Task.WhenAll(requests);

        Assert.Equal(["v1.0", "beta", "beta", "beta"], Versions(bench));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Refusals_limits_and_failures_leave_it_unknown(int status) =>
        Assert.Equal(1, await PeakAfterAsync(Answer.Error(status, "SomeCode", "Some words.")));

    [Fact]
    public async Task A_gateways_page_leaves_it_unknown() => Assert.Equal(1, await PeakAfterAsync(Answer.Html(404)));

    [Fact]
    public async Task A_redirect_leaves_it_unknown() =>
        Assert.Equal(1, await PeakAfterAsync(Answer.Empty(302).With("Location", "https://evil.example/")));

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(405)]
    public async Task A_refusal_that_looked_at_the_address_makes_it_known(int status) =>
        Assert.Equal(2, await PeakAfterAsync(Answer.Error(status, "SomeCode", "Some words.")));

    [Fact]
    public async Task Success_makes_it_known() => Assert.Equal(2, await PeakAfterAsync(Answer.Json(200, Recorded.Summary)));

    [Fact]
    public async Task A_connection_that_breaks_leaves_it_unknown_and_lets_the_next_in()
    {
        using GraphBench bench = new(version: null);
        bench.Graph.Throws(() => new System.Net.Http.HttpRequestException("Connection refused"));
        await GraphBench.FailureOf(bench.SendAsync());

        Assert.Equal(1, await PeakOfTwoAsync(bench));
    }

    [Fact]
    public async Task Two_requests_that_meet_a_missing_segment_at_once_change_the_version_once()
    {
        using GraphBench bench = new(version: null);
        bench.Graph.Answers(Answer.Error(404, "ResourceNotFound", "Known, and it's v1.0."));
        await GraphBench.FailureOf(bench.SendAsync());
        HeldAnswer[] held = HoldAll(bench, Answer.SegmentMissing(), Answer.SegmentMissing());
        bench.Graph.Answers(Answer.Empty(204), Answer.Empty(204));
        Task[] requests = StartAll(bench, 2);
        await Task.WhenAll(held.Select(answer => answer.Arrived));

        await ReleaseAsync(held, requests);

        Assert.Equal(["v1.0", "v1.0", "v1.0", "beta", "beta"], Versions(bench));
        Assert.Single(bench.Events.Lines, line => line.Contains("goes on with beta", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_stops_waiting_does_not_hold_up_the_others()
    {
        using GraphBench bench = new(version: null);
        using CancellationTokenSource cancellation = new();
        HeldAnswer first = bench.Graph.Holds(Answer.Empty(503));
        bench.Graph.Answers(Answer.Empty(204));
        Task one = bench.SendAsync();
        Task stopped = bench.SendAsync(cancellation: cancellation.Token);
        Task last = bench.SendAsync();
        await first.Arrived;

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        first.Release();

        await GraphBench.FailureOf(one);
        await last;
        Assert.Equal(2, bench.Graph.Sent.Count);
    }

    private static async Task<int> PeakAfterAsync(Answer answer)
    {
        using GraphBench bench = new(version: null, tokens: new FakeTokens("token-1") { CanRenew = false });
        bench.Graph.Answers(answer);
        await Record.ExceptionAsync(() => bench.SendAsync());
        return await PeakOfTwoAsync(bench);
    }

    /// <summary>Starts two requests, the first of which is answered only once both were started.</summary>
    private static async Task<int> PeakOfTwoAsync(GraphBench bench)
    {
        HeldAnswer[] held = HoldAll(bench, Answer.Empty(204), Answer.Empty(204));
        Task[] requests = StartAll(bench, 2);
        await held[0].Arrived;
        await ReleaseAsync(held, requests);
        return bench.Graph.PeakInFlight;
    }

    private static HeldAnswer[] HoldAll(GraphBench bench, params Answer[] answers) => [.. answers.Select(bench.Graph.Holds)];

    private static Task[] StartAll(GraphBench bench, int count) => [.. Enumerable.Range(0, count).Select(_ => bench.SendAsync())];

    private static Task ReleaseAsync(HeldAnswer[] held, Task[] requests)
    {
        Array.ForEach(held, answer => answer.Release());
        return Task.WhenAll(requests);
    }

    private static IEnumerable<string> Versions(GraphBench bench) => bench.Graph.Sent.Select(sent => sent.Address.Segments[1].TrimEnd('/'));
}
