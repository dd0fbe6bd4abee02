using System;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class ApiVersionTests
{
    private const string Stable = $"https://graph.microsoft.com/v1.0/deviceManagement/deviceShellScripts/{GraphBench.ScriptId}/runSummary";
    private const string Beta = $"https://graph.microsoft.com/beta/deviceManagement/deviceShellScripts/{GraphBench.ScriptId}/runSummary";

    [Theory]
    [InlineData("v1.0")]
    [InlineData("beta")]
    public async Task A_given_version_never_changes(string version)
    {
        using GraphBench bench = new(version: version);
        bench.Graph.Answers(Answer.SegmentMissing(), Answer.Empty(204));

        Failure failure = await bench.FailingUpdateAsync();
        await bench.UpdateAsync();

        Assert.Equal(ErrorId.RequestRejected, failure.Id);
        Assert.All(bench.Graph.Urls, url => Assert.Contains($"/{version}/", url, StringComparison.Ordinal));
        Assert.Equal(2, bench.Graph.Sent.Count);
    }

    [Fact]
    public async Task Without_a_given_version_v1_0_comes_first()
    {
        using GraphBench bench = new(version: null);
        bench.Graph.Answers(Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        Assert.Equal([Stable], bench.Graph.Urls);
    }

    [Fact]
    public async Task Where_v1_0_lacks_the_segment_the_same_request_goes_to_beta()
    {
        using GraphBench bench = new(version: null);
        bench.Graph.Answers(Answer.SegmentMissing(), Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        Assert.Equal([Stable, Beta], bench.Graph.Urls);
        Assert.Equal("PATCH", bench.Graph.Sent[1].Method);
        Assert.Equal("""{"@odata.type":"#microsoft.graph.deviceManagementScriptRunSummary","errorDeviceCount":0}""", bench.Graph.Sent[1].BodyText);
        Assert.NotEqual(bench.Graph.Sent[0].ClientRequestId, bench.Graph.Sent[1].ClientRequestId);
    }

    [Fact]
    public async Task A_segment_that_is_missing_with_404_counts_too()
    {
        using GraphBench bench = new(version: null);
        bench.Graph.Answers(
            Answer.Error(404, "BadRequest", "Resource not found for the segment 'deviceShellScripts'."), Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        Assert.Equal([Stable, Beta], bench.Graph.Urls);
    }

    [Fact]
    public async Task The_session_stays_on_beta()
    {
        using GraphBench bench = new(version: null);
        bench.Graph.Answers(Answer.SegmentMissing(), Answer.Empty(204), Answer.Empty(204));

        await bench.UpdateAsync();
        await bench.UpdateAsync();

        Assert.Equal([Stable, Beta, Beta], bench.Graph.Urls);
    }

    [Fact]
    public async Task The_change_costs_no_wait_and_no_try()
    {
        using GraphBench bench = new(version: null);
        bench.Graph.Answers(Answer.SegmentMissing(), Answer.Error(403, "Forbidden", "No."));

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(1, failure.Http!.Attempts);
        Assert.Empty(bench.Waits);
    }

    [Fact]
    public async Task One_verbose_line_says_so()
    {
        using GraphBench bench = new(version: null);
        bench.Graph.Answers(Answer.SegmentMissing(), Answer.Empty(204), Answer.Empty(204));

        await bench.UpdateAsync();
        await bench.UpdateAsync();

        Assert.Single(bench.Events.Lines, line => line.Contains("goes on with beta", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_change_no_line_says_so()
    {
        using GraphBench bench = new(version: null);
        bench.Graph.Answers(Answer.Empty(204));

        await bench.UpdateAsync();

        Assert.DoesNotContain(bench.Events.Lines, line => line.Contains("goes on with beta", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_beta_lacks_the_segment_too_the_request_is_rejected()
    {
        using GraphBench bench = new(version: null, retries: 3);
        bench.Graph.Answers(Answer.SegmentMissing(), Answer.SegmentMissing());

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(ErrorId.RequestRejected, failure.Id);
        Assert.Equal([Stable, Beta], bench.Graph.Urls);
    }

    [Fact]
    public async Task The_session_does_not_come_back_from_beta()
    {
        using GraphBench bench = new(version: null);
        bench.Graph.Answers(Answer.SegmentMissing(), Answer.SegmentMissing(), Answer.SegmentMissing());

        await bench.FailingUpdateAsync();
        await bench.FailingUpdateAsync();

        Assert.Equal([Stable, Beta, Beta], bench.Graph.Urls);
    }

    [Fact]
    public async Task Another_refusal_changes_nothing()
    {
        using GraphBench bench = new(version: null);
        bench.Graph.Answers(Answer.Error(400, "BadRequest", "The property 'x' does not exist."));

        await bench.FailingUpdateAsync();

        Assert.Equal([Stable], bench.Graph.Urls);
    }

    [Fact]
    public async Task A_token_that_is_refused_before_the_change_is_renewed_once()
    {
        using GraphBench bench = new(version: null, tokens: new FakeTokens("token-1", "token-2"));
        bench.Graph.Answers(Answer.Empty(401), Answer.SegmentMissing(), Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        Assert.Equal([Stable, Stable, Beta], bench.Graph.Urls);
        Assert.Equal(["Bearer token-1", "Bearer token-2", "Bearer token-2"], bench.Graph.Sent.Select(sent => sent.Authorization));
    }

    [Theory]
    [InlineData("beta", "beta")]
    [InlineData("v1.0", "v1.0")]
    [InlineData(null, "v1.0")]
    public void The_context_says_which_version_is_in_use(string? given, string expected)
    {
        using GraphBench bench = new(version: given);

        Assert.Equal(expected, bench.Session.GetContext().ApiVersion);
    }

    [Fact]
    public async Task The_context_says_so_when_it_changed()
    {
        using GraphBench bench = new(version: null);
        bench.Graph.Answers(Answer.SegmentMissing(), Answer.Empty(204));

        await bench.UpdateAsync();

        Assert.Equal("beta", bench.Session.GetContext().ApiVersion);
    }
}
