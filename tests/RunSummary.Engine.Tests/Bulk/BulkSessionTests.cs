using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Bulk;

public sealed class BulkSessionTests
{
    private static readonly RunOptions OneByOne = BulkBench.Options with { ThrottleLimit = 1 };
    private static readonly Answer Expired = Answer.Error(401, "InvalidAuthenticationToken", "Lifetime validation failed.");

    [Fact]
    public async Task A_token_is_asked_for_before_every_batch()
    {
        FakeTokens tokens = new("token-1", "token-2", "token-3");
        using BulkBench bench = new(tokens: tokens);

        await bench.RunAsync(BulkBench.Updates(60), OneByOne);

        Assert.Equal(["Bearer token-1", "Bearer token-2", "Bearer token-3"], bench.Service.Sent.Select(sent => sent.Authorization));
    }

    [Fact]
    public async Task A_batch_whose_token_is_refused_goes_again_with_a_fresh_one()
    {
        FakeTokens tokens = new("token-1", "token-2");
        using BulkBench bench = new(tokens: tokens);
        bench.Service.Whole = (sent, _) => sent.Authorization == "Bearer token-1" ? Expired : null;

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(20));

        Assert.Equal([20, 20], bench.Service.Sizes);
        Assert.Equal([null, "token-1"], tokens.Rejected);
        BulkBench.AssertWritten(BulkBench.Updates(20), outcomes);
    }

    [Fact]
    public async Task Items_whose_token_is_refused_go_again_with_a_fresh_one()
    {
        FakeTokens tokens = new("token-1", "token-2");
        using BulkBench bench = new(tokens: tokens);
        Guid[] refused = [BulkBench.Script(2).Id, BulkBench.Script(3).Id];
        bench.Service.Item = (item, time) => refused.Contains(item.ScriptId) && time == 1 ? Expired : null;

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(20));

        Assert.Equal([20, 2], bench.Service.Sizes);
        Assert.Equal([null, "token-1"], tokens.Rejected);
        BulkBench.AssertWritten(BulkBench.Updates(20), outcomes);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    public async Task Items_that_are_challenged_for_claims_win_over_those_that_are_only_refused(int challenged, int refused)
    {
        FakeTokens tokens = new("token-1", "token-2");
        using BulkBench bench = new(tokens: tokens);
        Answer challenge = Expired.With("WWW-Authenticate", "Bearer error=\"insufficient_claims\", claims=\"e30=\"");
        bench.Service.Item = (item, time) => time > 1 ? null
            : item.ScriptId == BulkBench.Script(challenged).Id ? challenge
            : item.ScriptId == BulkBench.Script(refused).Id ? Expired
            : null;

        await bench.RunAsync(BulkBench.Updates(20));

        Assert.Equal([20, 2], bench.Service.Sizes);
        Assert.Equal([null, "{}"], tokens.Claims);
    }

    [Fact]
    public async Task An_item_whose_fresh_token_is_refused_too_is_AuthenticationFailed()
    {
        using BulkBench bench = new(retries: 3, tokens: new FakeTokens("token-1", "token-2"));
        bench.Service.Item = (item, _) => item.ScriptId == BulkBench.Script(2).Id ? Expired : null;

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(20));

        Assert.Equal(2, bench.Service.Sent.Count);
        BulkBench.AssertWritten(BulkBench.Updates(20), outcomes, except: 2);
        Assert.Equal(ErrorId.AuthenticationFailed, outcomes[2].Failure!.Id);
    }

    [Fact]
    public async Task Where_v1_0_lacks_the_segment_the_items_of_a_batch_go_to_beta()
    {
        using BulkBench bench = new(version: null);
        bench.Service.Arrives = (sent, _) =>
        {
            bench.Service.Item = (_, _) => sent.Address.AbsolutePath.StartsWith("/v1.0/", StringComparison.Ordinal) ? Answer.SegmentMissing() : null;
            return Task.CompletedTask;
        };

        List<RunOutcome> outcomes = await bench.RunAsync(BulkBench.Updates(41));

        Assert.Equal(1, bench.Service.Sent.Count(sent => sent.Address.AbsolutePath == "/v1.0/$batch"));
        Assert.Equal(4, bench.Service.Sent.Count);
        BulkBench.AssertWritten(BulkBench.Updates(41), outcomes);
    }

    [Fact]
    public async Task While_the_version_is_unknown_batches_go_one_by_one()
    {
        using BulkBench bench = new(version: null);
        TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Service.Arrives = (_, _) =>
        {
            arrived.TrySetResult();
            return first.Task;
        };
        (IRunSummaryRun run, Task work) = bench.Start(_ => { });
        Array.ForEach(BulkBench.Updates(80), run.Add);
        run.Complete();
        await BulkBench.Ends(arrived.Task);

        Assert.Single(bench.Service.Sent);
        first.SetResult();
        await BulkBench.Ends(work);
        Assert.Equal(4, bench.Service.Sent.Count);
    }

    [Fact]
    public async Task A_sign_in_that_fails_in_the_middle_is_the_outcome_of_what_was_not_sent()
    {
        FakeTokens tokens = new("token-1") { FailsAfter = 1 };
        using BulkBench bench = new(tokens: tokens);
        List<RunOutcome> outcomes = [];
        (IRunSummaryRun run, Task work) = bench.Start(outcomes.Add, OneByOne);
        Array.ForEach(BulkBench.Updates(200), run.Add);
        run.Complete();

        await BulkBench.Ends(work);

        BulkBench.AssertWritten(BulkBench.Updates(20), outcomes.Take(20).ToList());
        Assert.All(outcomes.Skip(20), outcome => Assert.Equal(ErrorId.AuthenticationFailed, outcome.Failure!.Id));
        Assert.Equal(200, outcomes.Count);
        Assert.Single(bench.Service.Sent);
    }

    [Fact]
    public async Task A_sign_in_service_with_a_bad_moment_is_asked_again()
    {
        FakeTokens tokens = new("token-1") { FailsAfter = 1, FailsWith = ErrorId.ServiceUnavailable, FailsTimes = 1 };
        using BulkBench bench = new(retries: 1, tokens: tokens);

        BulkBench.AssertWritten(BulkBench.Updates(40), await bench.RunAsync(BulkBench.Updates(40), OneByOne));
    }

    [Fact]
    public async Task Cancellation_ends_the_run_while_a_batch_is_under_way()
    {
        using BulkBench bench = new();
        using CancellationTokenSource cancellation = new();
        bench.Service.Arrives = (_, ended) =>
        {
            cancellation.Cancel();
            return Task.Delay(Timeout.Infinite, ended);
        };
        List<RunOutcome> outcomes = [];
        (IRunSummaryRun run, Task work) = bench.Start(outcomes.Add, OneByOne, cancellation.Token);
        Array.ForEach(BulkBench.Updates(60), run.Add);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BulkBench.Ends(work));
        Assert.Empty(outcomes);
        Assert.Single(bench.Service.Sent);
    }

    [Fact]
    public async Task Cancellation_ends_a_run_that_waits_for_requests()
    {
        using BulkBench bench = new();
        using CancellationTokenSource cancellation = new();
        (_, Task work) = bench.Start(_ => { }, cancellation: cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BulkBench.Ends(work));
    }
}
