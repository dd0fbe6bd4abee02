using System;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Authentication;

/// <summary>Signing out while tokens are in use or on their way.</summary>
public sealed class SessionTokensSignOutTests : SessionTokensTest
{
    [Fact]
    public async Task Signing_out_ends_a_renewal_under_way_and_comes_after_it()
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        FakeCredential credential = null!;
        credential = new(async (number, _, cancel) =>
        {
            if (number > 1)
            {
                asked.SetResult();
                await Task.Delay(Timeout.Infinite, cancel).ContinueWith(_ => Assert.False(credential.IsSignedOut), TaskScheduler.Default);
                cancel.ThrowIfCancellationRequested();
            }

            return Token(number, TimeSpan.FromHours(1));
        });
        using SessionTokens tokens = Of(credential);
        AccessToken first = await GetAsync(tokens);
        Task<AccessToken> renewal = GetAsync(tokens, new Rejection(first, Claims: null));
        await asked.Task;

        await tokens.SignOutAsync(Cancel);
        Assert.True(credential.IsSignedOut);
        Assert.Equal(ErrorId.NotConnected, (await GraphBench.FailureOf(renewal)).Id);
    }

    [Fact]
    public async Task After_signing_out_there_is_the_token_at_hand_and_no_other()
    {
        FakeCredential credential = Lasting(TimeSpan.FromHours(1));
        using SessionTokens tokens = Of(credential);
        AccessToken first = await GetAsync(tokens);
        await tokens.SignOutAsync(Cancel);

        Now = Start.AddMinutes(56);
        Assert.Same(first, await GetAsync(tokens));
        Assert.Equal(ErrorId.NotConnected, (await GraphBench.FailureOf(GetAsync(tokens, new Rejection(first, Claims: null)))).Id);
        Now = Start.AddMinutes(60);
        Assert.Equal(ErrorId.NotConnected, (await GraphBench.FailureOf(GetAsync(tokens))).Id);
        Assert.Single(credential.Asked);
    }

    [Fact]
    public async Task Signing_out_waits_no_longer_than_it_may_for_a_renewal_that_can_not_be_ended()
    {
        TaskCompletionSource<AccessToken> held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using SessionTokens tokens = Of(new FakeCredential((_, _) => held.Task));
        Task<AccessToken> renewal = GetAsync(tokens);
        using CancellationTokenSource stop = new();

        Task signOut = tokens.SignOutAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signOut);
        held.SetResult(new AccessToken("token"));
        await renewal;
    }
}
