using System;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class RequestHeaderTests
{
    [Fact]
    public async Task The_token_goes_as_bearer()
    {
        SentRequest sent = await UpdateAsync();

        Assert.Equal("Bearer token-1", sent.Authorization);
    }

    [Fact]
    public async Task The_content_type_is_JSON_without_a_charset()
    {
        SentRequest sent = await UpdateAsync();

        Assert.Equal("application/json", sent.Headers["Content-Type"]);
    }

    [Fact]
    public async Task JSON_is_asked_for()
    {
        SentRequest sent = await UpdateAsync();

        Assert.Equal("application/json", sent.Headers["Accept"]);
    }

    [Fact]
    public async Task The_user_agent_names_module_and_version()
    {
        SentRequest sent = await UpdateAsync();

        string version = typeof(GraphSession).Assembly.GetName().Version!.ToString(3);
        Assert.Contains($"RunSummary/{version}", sent.Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_request_id_is_one_GUID()
    {
        SentRequest sent = await UpdateAsync();

        Assert.True(Guid.TryParseExact(sent.ClientRequestId, "D", out _), sent.ClientRequestId);
    }

    [Fact]
    public async Task Each_request_has_a_client_request_id_of_its_own()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Empty(204), Answer.Empty(204));
        await bench.UpdateAsync();
        await bench.UpdateAsync();

        Assert.NotEqual(bench.Graph.Sent[0].ClientRequestId, bench.Graph.Sent[1].ClientRequestId);
    }

    [Fact]
    public async Task A_read_has_token_and_client_request_id_too()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Recorded.Summary));
        await bench.ReadAsync();

        SentRequest sent = Assert.Single(bench.Graph.Sent);
        Assert.Equal("Bearer token-1", sent.Authorization);
        Assert.True(Guid.TryParseExact(sent.ClientRequestId, "D", out _), sent.ClientRequestId);
    }

    private static async Task<SentRequest> UpdateAsync()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Empty(204));
        await bench.UpdateAsync();
        return Assert.Single(bench.Graph.Sent);
    }
}
