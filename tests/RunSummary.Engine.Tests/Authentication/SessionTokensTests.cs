using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Authentication;

public sealed class SessionTokensTests : SessionTokensTest
{
    [Fact]
    public async Task A_token_is_kept_until_it_is_near_its_end()
    {
        FakeCredential credential = Lasting(TimeSpan.FromHours(1));
        using SessionTokens tokens = Of(credential);

        Assert.Equal("token-1", (await GetAsync(tokens)).Value);
        Now = Start.AddMinutes(54.9);
        Assert.Equal("token-1", (await GetAsync(tokens)).Value);
        Now = Start.AddMinutes(55);
        Assert.Equal("token-2", (await GetAsync(tokens)).Value);
        Assert.Equal("token-2", tokens.Latest!.Value);
    }

    [Fact]
    public async Task A_token_that_came_with_little_time_left_is_kept_for_half_of_it()
    {
        using SessionTokens tokens = Of(Lasting(TimeSpan.FromMinutes(4)));

        await GetAsync(tokens);
        Now = Start.AddSeconds(119);
        Assert.Equal("token-1", (await GetAsync(tokens)).Value);
        Now = Start.AddSeconds(120);
        Assert.Equal("token-2", (await GetAsync(tokens)).Value);
    }

    [Fact]
    public async Task A_token_is_renewed_when_the_sign_in_service_recommends_it()
    {
        using SessionTokens tokens = Of(new FakeCredential((number, _) =>
            Task.FromResult(new AccessToken($"token-{number}", Now.AddHours(24)).RenewedInTime(Now, recommended: Now.AddHours(12)))));

        await GetAsync(tokens);
        Now = Start.AddHours(12).AddSeconds(-1);
        Assert.Equal("token-1", (await GetAsync(tokens)).Value);
        Now = Start.AddHours(12);
        Assert.Equal("token-2", (await GetAsync(tokens)).Value);
    }

    [Fact]
    public async Task A_token_whose_end_is_not_known_is_kept_until_it_is_refused()
    {
        using SessionTokens tokens = Of(new FakeCredential((number, _) => Task.FromResult(new AccessToken($"token-{number}").RenewedInTime(Now))));

        AccessToken first = await GetAsync(tokens);
        Now = Start.AddYears(1);
        Assert.Same(first, await GetAsync(tokens));
        Assert.Equal("token-2", (await GetAsync(tokens, new Rejection(first, Claims: null))).Value);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_with_the_claims_that_are_demanded()
    {
        FakeCredential credential = Lasting(TimeSpan.FromHours(1));
        using SessionTokens tokens = Of(credential);

        AccessToken first = await GetAsync(tokens);
        Assert.Equal("token-2", (await GetAsync(tokens, new Rejection(first, "{}"))).Value);
        Assert.Equal([null, "{}"], credential.Asked);
    }

    [Fact]
    public async Task A_token_that_was_replaced_already_is_not_replaced_again()
    {
        FakeCredential credential = Lasting(TimeSpan.FromHours(1));
        using SessionTokens tokens = Of(credential);
        Rejection rejection = new(await GetAsync(tokens), Claims: null);

        AccessToken[] fresh = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => GetAsync(tokens, rejection)));
        Assert.All(fresh, token => Assert.Equal("token-2", token.Value));
        Assert.Equal(2, credential.Asked.Count);
    }

    [Fact]
    public async Task A_token_that_another_got_without_the_claims_does_not_do()
    {
        FakeCredential credential = Lasting(TimeSpan.FromHours(1));
        using SessionTokens tokens = Of(credential);
        AccessToken first = await GetAsync(tokens);
        await GetAsync(tokens, new Rejection(first, Claims: null));

        Assert.Equal("token-3", (await GetAsync(tokens, new Rejection(first, "{}"))).Value);
        Assert.Equal("token-3", (await GetAsync(tokens, new Rejection(first, "{}"))).Value);
        Assert.Equal([null, null, "{}"], credential.Asked);
    }

    [Fact]
    public async Task The_same_token_again_is_AuthenticationFailed()
    {
        using SessionTokens tokens = Of(new FakeCredential((_, _) => Task.FromResult(new AccessToken("token"))));
        AccessToken first = await GetAsync(tokens);

        Failure failure = await GraphBench.FailureOf(GetAsync(tokens, new Rejection(first, Claims: null)));
        Assert.Equal(ErrorId.AuthenticationFailed, failure.Id);
    }

    [Fact]
    public async Task Many_that_wait_get_one_token()
    {
        TaskCompletionSource<AccessToken> held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        FakeCredential credential = new((_, _) => held.Task);
        using SessionTokens tokens = Of(credential);

        Task<AccessToken>[] waiting = [.. Enumerable.Range(0, 8).Select(_ => GetAsync(tokens))];
        held.SetResult(new AccessToken("token"));
        await Task.WhenAll(waiting);
        Assert.Single(credential.Asked);
    }

    [Fact]
    public async Task Nobody_waits_for_the_code_that_another_command_is_to_run()
    {
        TaskCompletionSource<AccessToken> held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        FakeCredential credential = new((_, events) => events == Events ? held.Task : Task.FromResult(new AccessToken("other"))) { RunsUserCode = true };
        using SessionTokens tokens = Of(credential);
        Task<AccessToken> first = GetAsync(tokens);

        Assert.Equal("other", (await tokens.GetTokenAsync(rejected: null, new RecordedEvents(), Cancel)).Value);
        Assert.False(first.IsCompleted);
        held.SetResult(new AccessToken("token"));
        await first;
    }

    [Fact]
    public async Task Within_one_command_code_of_the_user_runs_once_for_all()
    {
        TaskCompletionSource<AccessToken> held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        FakeCredential credential = new((_, _) => held.Task) { RunsUserCode = true };
        using SessionTokens tokens = Of(credential);

        Task<AccessToken>[] waiting = [.. Enumerable.Range(0, 4).Select(_ => GetAsync(tokens))];
        held.SetResult(new AccessToken("token"));
        await Task.WhenAll(waiting);
        Assert.Single(credential.Asked);
    }

    [Fact]
    public async Task Who_stops_waiting_leaves_the_others_waiting()
    {
        TaskCompletionSource<AccessToken> held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using SessionTokens tokens = Of(new FakeCredential((_, _) => held.Task));
        using CancellationTokenSource stop = new();
        Task<AccessToken> first = GetAsync(tokens);
        Task<AccessToken> second = tokens.GetTokenAsync(rejected: null, Events, stop.Token);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        held.SetResult(new AccessToken("token"));
        Assert.Equal("token", (await first).Value);
    }

    [Fact]
    public async Task Signing_out_and_disposing_reach_the_credential()
    {
        FakeCredential credential = Lasting(TimeSpan.FromHours(1));
        SessionTokens tokens = Of(credential);

        await tokens.SignOutAsync(Cancel);
        tokens.Dispose();
        Assert.True(credential.IsSignedOut && credential.IsDisposed);
    }
}
