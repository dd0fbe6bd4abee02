using System.Linq;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Authentication;

public sealed class RenewalTests
{
    private static readonly Answer Refused = Answer.Error(401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.");

    private const string Claims = """{"access_token":{"nbf":{"essential":true,"value":"1717000000"}}}""";

    private static readonly Answer Challenged = Refused.With(
        "WWW-Authenticate",
        "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\", "
        + $"error=\"insufficient_claims\", claims=\"{System.Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Claims))}\"");

    [Fact]
    public async Task A_refused_token_is_replaced_by_a_fresh_one()
    {
        using GraphBench bench = new(tokens: new FakeTokens("token-1", "token-2"));
        bench.Graph.Answers(Refused, Answer.Json(200, Recorded.Summary));

        DeviceScriptRunSummary summary = await bench.UpdateAsync();

        Assert.Equal(41, summary.SuccessDeviceCount);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], bench.Graph.Sent.Select(sent => sent.Authorization));
    }

    [Fact]
    public async Task The_source_learns_which_token_was_refused()
    {
        using GraphBench bench = new(tokens: new FakeTokens("token-1", "token-2"));
        bench.Graph.Answers(Refused, Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        Assert.Equal([null, "token-1"], bench.Tokens.Rejected);
    }

    [Fact]
    public async Task The_request_with_the_fresh_token_is_whole()
    {
        using GraphBench bench = new(tokens: new FakeTokens("token-1", "token-2"));
        bench.Graph.Answers(Refused, Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        SentRequest second = bench.Graph.Sent[1];
        Assert.Equal(("PATCH", bench.Graph.Sent[0].Url), (second.Method, second.Url));
        Assert.Equal("""{"@odata.type":"#microsoft.graph.deviceManagementScriptRunSummary","errorDeviceCount":0}""", second.BodyText);
        Assert.NotEqual(bench.Graph.Sent[0].ClientRequestId, second.ClientRequestId);
    }

    [Fact]
    public async Task A_fresh_token_that_is_refused_too_is_AuthenticationFailed()
    {
        using GraphBench bench = new(retries: 3, tokens: new FakeTokens("token-1", "token-2", "token-3"));
        bench.Graph.Answers(Refused, Refused);

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(ErrorId.AuthenticationFailed, failure.Id);
        Assert.Equal(401, failure.Http!.StatusCode);
        Assert.Equal("InvalidAuthenticationToken", failure.Http.Code);
        Assert.Equal(2, bench.Graph.Sent.Count);
    }

    [Fact]
    public async Task A_source_that_cannot_renew_is_AuthenticationFailed_at_once()
    {
        using GraphBench bench = new(retries: 3, tokens: new FakeTokens("token-1") { CanRenew = false });
        bench.Graph.Answers(Refused);

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(ErrorId.AuthenticationFailed, failure.Id);
        Assert.Single(bench.Graph.Sent);
        Assert.Equal([null], bench.Tokens.Rejected);
    }

    [Fact]
    public async Task A_claims_challenge_reaches_the_source_as_JSON()
    {
        using GraphBench bench = new(tokens: new FakeTokens("token-1", "token-2"));
        bench.Graph.Answers(Challenged, Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        Assert.Equal([null, Claims], bench.Tokens.Claims);
    }

    [Fact]
    public async Task A_challenge_of_the_fresh_token_is_answered_too_but_not_a_second_one()
    {
        using GraphBench bench = new(tokens: new FakeTokens("token-1", "token-2", "token-3"));
        bench.Graph.Answers(Refused, Challenged, Challenged);

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(ErrorId.AuthenticationFailed, failure.Id);
        Assert.Equal([null, null, Claims], bench.Tokens.Claims);
    }

    [Theory]
    [InlineData("Bearer error=\"insufficient_claims\"")]
    [InlineData("Bearer error=\"invalid_token\", claims=\"e30=\"")]
    [InlineData("Bearer error=\"insufficient_claims\", claims=\"%%%\"")]
    [InlineData("Basic realm=\"x\"")]
    [InlineData("Bearer")]
    [InlineData("\"")]
    public async Task What_is_no_claims_challenge_is_a_plain_refusal(string header)
    {
        using GraphBench bench = new(tokens: new FakeTokens("token-1", "token-2"));
        bench.Graph.Answers(Refused.With("WWW-Authenticate", header), Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        Assert.Equal([null, null], bench.Tokens.Claims);
    }

    [Fact]
    public async Task A_renewal_costs_no_wait_and_no_try()
    {
        using GraphBench bench = new(retries: 0, tokens: new FakeTokens("token-1", "token-2"));
        bench.Graph.Answers(Refused, Answer.Error(403, "Forbidden", "No."));

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(ErrorId.PermissionDenied, failure.Id);
        Assert.Equal(1, failure.Http!.Attempts);
        Assert.Empty(bench.Waits);
    }

    [Fact]
    public async Task A_later_try_may_renew_again()
    {
        using GraphBench bench = new(retries: 1, tokens: new FakeTokens("token-1", "token-2", "token-2", "token-3"));
        bench.Graph.Answers(Refused, Answer.Empty(503), Refused, Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        Assert.Equal([null, "token-1", null, "token-2"], bench.Tokens.Rejected);
    }

    [Fact]
    public async Task Each_request_asks_the_source_so_that_it_can_renew_in_time()
    {
        using GraphBench bench = new(tokens: new FakeTokens("token-1", "token-2"));
        bench.Graph.Answers(Answer.Empty(204), Answer.Empty(204));

        await bench.UpdateAsync();
        await bench.UpdateAsync();

        Assert.Equal(["Bearer token-1", "Bearer token-2"], bench.Graph.Sent.Select(sent => sent.Authorization));
    }

    [Fact]
    public async Task No_token_is_in_what_the_engine_tells_or_in_the_failure()
    {
        using GraphBench bench = new(retries: 1, tokens: new FakeTokens("token-1", "token-2"));
        bench.Graph.Answers(Refused, Answer.Empty(503), Refused, Refused);

        Failure failure = await bench.FailingUpdateAsync();

        Assert.All(bench.Events.Lines, line => Assert.DoesNotContain("token-", line, System.StringComparison.Ordinal));
        Assert.DoesNotContain("token-", failure.ToString(), System.StringComparison.Ordinal);
    }
}
