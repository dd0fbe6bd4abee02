using System;
using System.Text;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class MalformedAnswerTests
{
    private const string Id = GraphBench.ScriptId;
    private const string List = "https://graph.microsoft.com/v1.0/deviceManagement/deviceShellScripts";

    [Theory]
    [InlineData("""{"value":[null]}""")]
    [InlineData("""{"value":[1]}""")]
    [InlineData($$"""{"value":[{"id":"{{Id}}","runAsAccount":"\ud800"}]}""")]
    [InlineData($$"""{"value":[{"id":"{{Id}}","executionFrequency":"P2147483647D"}]}""")]
    public async Task A_list_that_makes_no_sense_is_ResponseInvalid(string body)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, body));
        Assert.Equal(ErrorId.ResponseInvalid, (await GraphBench.FailureOf(bench.ListAsync())).Id);
    }

    [Theory]
    [InlineData(400, nameof(ErrorId.RequestRejected))]
    [InlineData(503, nameof(ErrorId.ServiceUnavailable))]
    public async Task An_error_in_another_encoding_keeps_its_meaning(int status, string id)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(new Answer(status, Encoding.Latin1.GetBytes("""{"error":{"code":"x","message":"Zoë"}}""")));
        Assert.Equal(id, (await bench.FailingUpdateAsync()).Id.ToString());
    }

    [Theory]
    [InlineData(".evil.example/v1.0/x")]
    [InlineData("@evil.example/v1.0/x")]
    [InlineData(":8443/v1.0/x")]
    [InlineData("elsewhere")]
    public async Task A_relative_redirect_never_leaves_the_host(string location)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Empty(307).With("Location", location), Answer.Json(200, Recorded.Summary));
        await Record.ExceptionAsync(() => bench.UpdateAsync());
        Assert.All(bench.Graph.Sent, sent => Assert.Equal("https://graph.microsoft.com", sent.Address.GetLeftPart(UriPartial.Authority).Replace(":443", "", StringComparison.Ordinal)));
    }


    [Fact]
    public async Task A_link_that_begins_with_a_slash_is_ResponseInvalid()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Recorded.Page("/v1.0/deviceManagement/deviceShellScripts?$skiptoken=2", "a")));
        Failure f = await GraphBench.FailureOf(bench.ListAsync());
        Assert.True(ErrorId.ResponseInvalid == f.Id, f.Id + ": " + f.Detail);
    }

    [Fact]
    public async Task Where_links_lead_back_to_the_first_page_it_is_not_read_again()
    {
        using GraphBench bench = new();
        Answer page = Answer.Json(200, Recorded.Page(List, "a"));
        bench.Graph.Answers(page, page);
        await GraphBench.FailureOf(bench.ListAsync());
        Assert.Single(bench.Graph.Sent);
    }
}
