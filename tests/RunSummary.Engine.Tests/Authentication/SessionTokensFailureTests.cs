using System;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Authentication;

/// <summary>Renewals that fail while the token at hand is still good.</summary>
public sealed class SessionTokensFailureTests : SessionTokensTest
{
    [Theory]
    [InlineData(nameof(ErrorId.ServiceUnavailable))]
    [InlineData(nameof(ErrorId.Throttled))]
    [InlineData(nameof(ErrorId.ConnectionFailed))]
    [InlineData(nameof(ErrorId.ResponseInvalid))]
    public async Task A_renewal_that_fails_in_passing_leaves_the_token_that_is_still_good(string id)
    {
        FakeCredential credential = Failing(Enum.Parse<ErrorId>(id));
        using SessionTokens tokens = Of(credential);
        await GetAsync(tokens);

        Now = Start.AddMinutes(56);
        Assert.Equal("token-1", (await GetAsync(tokens)).Value);
        Assert.Single(Events.Lines);
        Now = Start.AddMinutes(56).AddSeconds(29);
        Assert.Equal("token-1", (await GetAsync(tokens)).Value);
        Assert.Equal(2, credential.Asked.Count);
        Now = Start.AddMinutes(57);
        await GetAsync(tokens);
        Assert.Equal(3, credential.Asked.Count);
        Now = Start.AddMinutes(60);
        Assert.Equal(id, (await GraphBench.FailureOf(GetAsync(tokens))).Id.ToString());
        Assert.Equal([false, true, true, false], credential.AskedEarly);
    }

    [Fact]
    public async Task A_token_without_the_claims_that_are_demanded_is_not_kept_because_no_other_is_to_be_had()
    {
        using SessionTokens tokens = Of(new FakeCredential((number, _) => number < 3
            ? Task.FromResult(new AccessToken($"token-{number}", Now.AddHours(1)).RenewedInTime(Now))
            : throw new FailureException(ErrorId.ServiceUnavailable, "Not now.")));
        AccessToken first = await GetAsync(tokens);
        await GetAsync(tokens, new Rejection(first, Claims: null));

        Assert.Equal(ErrorId.ServiceUnavailable, (await GraphBench.FailureOf(GetAsync(tokens, new Rejection(first, "{}")))).Id);
    }

    [Fact]
    public async Task A_file_of_the_callers_that_can_not_be_read_for_a_moment_leaves_the_token_that_is_still_good()
    {
        using SessionTokens tokens = Of(Failing(new FailureException(new Failure(ErrorId.AuthenticationFailed, "Not now.") { IsOfCaller = true }), runsUserCode: false));
        AccessToken first = await GetAsync(tokens);

        Now = Start.AddMinutes(56);
        Assert.Equal("token-1", (await GetAsync(tokens)).Value);
        Assert.Equal(ErrorId.AuthenticationFailed, (await GraphBench.FailureOf(GetAsync(tokens, new Rejection(first, Claims: null)))).Id);
    }

    [Fact]
    public async Task Code_of_the_user_that_fails_leaves_the_token_that_is_still_good_and_is_run_again_later()
    {
        FakeCredential credential = Failing(ErrorId.AuthenticationFailed, runsUserCode: true);
        using SessionTokens tokens = Of(credential);
        await GetAsync(tokens);

        Now = Start.AddMinutes(56);
        Assert.Equal("token-1", (await GetAsync(tokens)).Value);
        Assert.Contains("Not now.", Assert.Single(Events.Lines), StringComparison.Ordinal);
        Now = Start.AddMinutes(56).AddSeconds(29);
        await GetAsync(tokens);
        Assert.Equal(2, credential.Asked.Count);
        Now = Start.AddMinutes(56).AddSeconds(30);
        await GetAsync(tokens);
        Assert.Equal(3, credential.Asked.Count);
        Now = Start.AddMinutes(60);
        Assert.Equal(ErrorId.AuthenticationFailed, (await GraphBench.FailureOf(GetAsync(tokens))).Id);
    }

    [Fact]
    public async Task Code_of_the_user_that_fails_for_a_refused_token_is_said_at_once()
    {
        using SessionTokens tokens = Of(Failing(ErrorId.AuthenticationFailed, runsUserCode: true));
        AccessToken first = await GetAsync(tokens);

        Assert.Equal(ErrorId.AuthenticationFailed, (await GraphBench.FailureOf(GetAsync(tokens, new Rejection(first, Claims: null)))).Id);
    }

    [Fact]
    public async Task Code_of_the_user_that_is_stopped_is_stopped()
    {
        using SessionTokens tokens = Of(Failing(new OperationCanceledException(), runsUserCode: true));
        await GetAsync(tokens);

        Now = Start.AddMinutes(56);
        await Assert.ThrowsAsync<OperationCanceledException>(() => GetAsync(tokens));
    }

    [Fact]
    public async Task A_token_is_kept_no_longer_than_it_is_good()
    {
        using SessionTokens tokens = Of(Failing(ErrorId.ServiceUnavailable));
        await GetAsync(tokens);

        Now = Start.AddMinutes(60).AddSeconds(-10);
        Assert.Equal("token-1", (await GetAsync(tokens)).Value);
        Now = Start.AddMinutes(60);
        Assert.Equal(ErrorId.ServiceUnavailable, (await GraphBench.FailureOf(GetAsync(tokens))).Id);
    }

    [Fact]
    public async Task A_renewal_that_needs_the_user_is_said_at_once()
    {
        using SessionTokens tokens = Of(Failing(ErrorId.InteractionRequired));
        await GetAsync(tokens);

        Now = Start.AddMinutes(56);
        Assert.Equal(ErrorId.InteractionRequired, (await GraphBench.FailureOf(GetAsync(tokens))).Id);
    }

    [Fact]
    public async Task A_refused_token_is_not_kept_because_no_other_is_to_be_had()
    {
        using SessionTokens tokens = Of(Failing(ErrorId.ServiceUnavailable));
        AccessToken first = await GetAsync(tokens);

        Assert.Equal(ErrorId.ServiceUnavailable, (await GraphBench.FailureOf(GetAsync(tokens, new Rejection(first, Claims: null)))).Id);
    }

    private FakeCredential Failing(ErrorId id, bool runsUserCode = false) => Failing(new FailureException(id, "Not now."), runsUserCode);

    /// <summary>Gives one token that lasts for an hour, and then fails.</summary>
    private FakeCredential Failing(Exception failure, bool runsUserCode) => new((number, _) => number == 1
        ? Task.FromResult(new AccessToken("token-1", Now.AddHours(1)).RenewedInTime(Now))
        : throw failure) { RunsUserCode = runsUserCode };
}
