using System;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class NextLinkTests
{
    private const string List = "https://graph.microsoft.com/v1.0/deviceManagement/deviceShellScripts";

    [Theory]
    [InlineData("https://evil.example/v1.0/x?$skiptoken=2")]
    [InlineData("https://graph.microsoft.com.evil.example/v1.0/x")]
    [InlineData("https://graph.microsoft.com@evil.example/v1.0/x")]
    [InlineData("http://graph.microsoft.com/v1.0/x")]
    [InlineData("http://graph.microsoft.com:443/v1.0/x")]
    [InlineData("https://graph.microsoft.com:8443/v1.0/x")]
    [InlineData("ftp://graph.microsoft.com/v1.0/x")]
    public async Task A_link_to_another_address_is_EndpointNotSecure_and_nothing_is_sent_there(string link)
    {
        using GraphBench bench = new(retries: 3);
        bench.Graph.Answers(Answer.Json(200, Recorded.Page(link, "a")));

        Failure failure = await GraphBench.FailureOf(bench.ListAsync());

        Assert.Equal(ErrorId.EndpointNotSecure, failure.Id);
        Assert.Single(bench.Graph.Sent);
    }

    [Fact]
    public async Task The_failure_names_the_other_host_and_the_request()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Recorded.Page("https://evil.example/v1.0/x", "a")));

        Failure failure = await GraphBench.FailureOf(bench.ListAsync());

        Assert.Contains("evil.example", failure.Detail, StringComparison.Ordinal);
        Assert.Equal((200, Answer.RequestId, 1), (failure.Http!.StatusCode, failure.Http.RequestId, failure.Http.Attempts));
    }

    [Theory]
    [InlineData("https://GRAPH.microsoft.com/v1.0/x")]
    [InlineData("https://graph.microsoft.com:443/v1.0/x")]
    public async Task The_same_address_in_other_letters_is_the_same_address(string link)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Recorded.Page(link, "a")), Answer.Json(200, Recorded.Page(null, "b")));

        Assert.Equal(["a", "b"], await bench.ListAsync());
    }

    [Theory]
    [InlineData("deviceShellScripts?$skiptoken=2")]
    [InlineData("?$skiptoken=2")]
    [InlineData("not a link")]
    [InlineData("")]
    public async Task A_link_that_is_no_absolute_address_is_ResponseInvalid(string link)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Recorded.Page(link, "a")));

        Failure failure = await GraphBench.FailureOf(bench.ListAsync());

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
        Assert.Single(bench.Graph.Sent);
    }

    [Fact]
    public async Task A_link_that_is_no_text_is_ResponseInvalid()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, """{"value":[],"@odata.nextLink":2}"""));

        Failure failure = await GraphBench.FailureOf(bench.ListAsync());

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
    }

    [Fact]
    public async Task A_link_to_its_own_page_is_ResponseInvalid()
    {
        using GraphBench bench = new();
        Answer loop = Answer.Json(200, Recorded.Page(List + "?$skiptoken=2", "b"));
        bench.Graph.Answers(Answer.Json(200, Recorded.Page(List + "?$skiptoken=2", "a")), loop);

        Failure failure = await GraphBench.FailureOf(bench.ListAsync());

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
        Assert.Equal(2, bench.Graph.Sent.Count);
    }

    [Fact]
    public async Task Links_that_lead_round_in_a_circle_are_ResponseInvalid()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(
            Answer.Json(200, Recorded.Page(List + "?$skiptoken=2", "a")),
            Answer.Json(200, Recorded.Page(List + "?$skiptoken=3", "b")),
            Answer.Json(200, Recorded.Page(List + "?$skiptoken=2", "c")));

        Failure failure = await GraphBench.FailureOf(bench.ListAsync());

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
        Assert.Equal(3, bench.Graph.Sent.Count);
    }

    [Fact]
    public async Task The_failure_shows_the_link_without_control_characters()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, """{"value":[],"@odata.nextLink":"next\u001b[31mpage"}"""));

        Failure failure = await GraphBench.FailureOf(bench.ListAsync());

        Assert.Contains("next [31mpage", failure.Detail, StringComparison.Ordinal);
    }
}
