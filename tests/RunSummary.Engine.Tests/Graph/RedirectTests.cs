using System;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class RedirectTests
{
    private const string Moved = "https://graph.microsoft.com/v1.0/moved/here?a=b";

    [Theory]
    [InlineData("https://evil.example/v1.0/x")]
    [InlineData("http://graph.microsoft.com/v1.0/x")]
    [InlineData("http://graph.microsoft.com:443/v1.0/x")]
    [InlineData("https://graph.microsoft.com:8443/v1.0/x")]
    [InlineData("https://graph.microsoft.com.evil.example/v1.0/x")]
    [InlineData("https://graph.microsoft.com@evil.example/v1.0/x")]
    public async Task A_redirect_to_another_host_is_EndpointNotSecure_and_nothing_is_sent_there(string location)
    {
        using GraphBench bench = new(retries: 3);
        bench.Graph.Answers(Answer.Empty(307).With("Location", location));

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(ErrorId.EndpointNotSecure, failure.Id);
        Assert.Single(bench.Graph.Sent);
    }

    [Fact]
    public async Task The_failure_names_the_other_host()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Empty(302).With("Location", "https://evil.example/v1.0/x"));

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Contains("evil.example", failure.Detail, StringComparison.Ordinal);
        Assert.Equal(302, failure.Http!.StatusCode);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_on_the_same_host_is_followed_with_method_body_and_headers(int status)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Empty(status).With("Location", Moved), Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        SentRequest second = bench.Graph.Sent[1];
        Assert.Equal(("PATCH", Moved), (second.Method, second.Url));
        Assert.Equal("""{"@odata.type":"#microsoft.graph.deviceManagementScriptRunSummary","errorDeviceCount":0}""", second.BodyText);
        Assert.Equal("Bearer token-1", second.Authorization);
        Assert.Equal("application/json", second.Headers["Content-Type"]);
    }

    [Fact]
    public async Task A_redirect_on_the_same_host_is_no_try_of_its_own()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Empty(307).With("Location", Moved), Answer.Error(400, "BadRequest", "No."));

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(1, failure.Http!.Attempts);
    }

    [Fact]
    public async Task A_second_redirect_to_another_host_is_not_followed()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(
            Answer.Empty(307).With("Location", Moved), Answer.Empty(307).With("Location", "https://evil.example/v1.0/x"));

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(ErrorId.EndpointNotSecure, failure.Id);
        Assert.Equal(2, bench.Graph.Sent.Count);
    }

    [Fact]
    public async Task A_redirect_without_a_location_is_ResponseInvalid()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Empty(307));

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
    }

    [Fact]
    public async Task Redirects_without_end_are_ResponseInvalid()
    {
        using GraphBench bench = new();
        for (int i = 0; i < 100; i++)
        {
            bench.Graph.Answers(Answer.Empty(307).With("Location", Moved));
        }

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
    }

    [Fact]
    public async Task A_relative_redirect_is_followed_on_the_same_host()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Empty(307).With("Location", "/v1.0/moved/here?a=b"), Answer.Json(200, Recorded.Summary));

        await bench.UpdateAsync();

        Assert.Equal(Moved, bench.Graph.Sent[1].Url);
    }

    [Fact]
    public async Task A_redirect_to_another_host_without_a_scheme_does_not_lead_there()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Empty(307).With("Location", "//evil.example/v1.0/x"), Answer.Empty(404));

        await bench.FailingUpdateAsync();

        Assert.All(bench.Graph.Sent, sent => Assert.Equal("graph.microsoft.com", sent.Address.Host));
    }
}
