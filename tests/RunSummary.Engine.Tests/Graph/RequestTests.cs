using System;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class RequestTests
{
    private const string ScriptId = GraphBench.ScriptId;

    [Fact]
    public async Task An_update_is_a_PATCH()
    {
        SentRequest sent = await UpdateAsync();

        Assert.Equal("PATCH", sent.Method);
    }

    [Theory]
    [InlineData("https://graph.microsoft.com", $"https://graph.microsoft.com/v1.0/deviceManagement/deviceShellScripts/{ScriptId}/runSummary")]
    [InlineData("https://graph.microsoft.com/", $"https://graph.microsoft.com/v1.0/deviceManagement/deviceShellScripts/{ScriptId}/runSummary")]
    [InlineData("https://proxy.example/graph", $"https://proxy.example/graph/v1.0/deviceManagement/deviceShellScripts/{ScriptId}/runSummary")]
    [InlineData("https://proxy.example/a/graph/", $"https://proxy.example/a/graph/v1.0/deviceManagement/deviceShellScripts/{ScriptId}/runSummary")]
    [InlineData("http://localhost:5080", $"http://localhost:5080/v1.0/deviceManagement/deviceShellScripts/{ScriptId}/runSummary")]
    public async Task The_address_is_below_the_endpoint(string endpoint, string expected)
    {
        SentRequest sent = await UpdateAsync(endpoint: endpoint);

        Assert.Equal(expected, sent.Url);
    }

    [Theory]
    [InlineData("v1.0")]
    [InlineData("beta")]
    public async Task The_address_has_the_version(string version)
    {
        SentRequest sent = await UpdateAsync(version: version);

        Assert.Equal($"https://graph.microsoft.com/{version}/deviceManagement/deviceShellScripts/{ScriptId}/runSummary", sent.Url);
    }

    [Theory]
    [InlineData(DeviceScriptType.PowerShell, "deviceManagementScripts")]
    [InlineData(DeviceScriptType.Shell, "deviceShellScripts")]
    [InlineData(DeviceScriptType.CustomAttribute, "deviceCustomAttributeShellScripts")]
    public async Task Each_family_has_its_segment(DeviceScriptType type, string segment)
    {
        SentRequest sent = await UpdateAsync(GraphBench.Script with { Type = type });

        Assert.Equal($"https://graph.microsoft.com/v1.0/deviceManagement/{segment}/{ScriptId}/runSummary", sent.Url);
    }

    [Fact]
    public async Task The_id_is_in_lower_case_with_hyphens_alone()
    {
        SentRequest sent = await UpdateAsync(GraphBench.Script with { Id = Guid.Parse("{ABCDEF01-24D9-1C50-D924-501CD924501C}") });

        Assert.EndsWith("/deviceShellScripts/abcdef01-24d9-1c50-d924-501cd924501c/runSummary", sent.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_is_read_by_GET_without_a_body()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Recorded.Summary));
        await bench.ReadAsync();

        SentRequest sent = Assert.Single(bench.Graph.Sent);
        Assert.Equal("GET", sent.Method);
        Assert.Equal($"https://graph.microsoft.com/v1.0/deviceManagement/deviceShellScripts/{ScriptId}/runSummary", sent.Url);
        Assert.Null(sent.Body);
    }

    [Fact]
    public async Task A_script_is_read_by_GET_without_a_body()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Recorded.Script));
        await bench.ReadScriptAsync(DeviceScriptType.PowerShell);

        SentRequest sent = Assert.Single(bench.Graph.Sent);
        Assert.Equal("GET", sent.Method);
        Assert.Equal($"https://graph.microsoft.com/v1.0/deviceManagement/deviceManagementScripts/{ScriptId}", sent.Url);
        Assert.Null(sent.Body);
    }

    [Theory]
    [InlineData(DeviceScriptType.PowerShell, "deviceManagementScripts")]
    [InlineData(DeviceScriptType.Shell, "deviceShellScripts")]
    [InlineData(DeviceScriptType.CustomAttribute, "deviceCustomAttributeShellScripts")]
    public async Task A_list_is_read_by_GET_of_its_segment(DeviceScriptType type, string segment)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, Recorded.Page(null)));
        await bench.ListAsync(type);

        SentRequest sent = Assert.Single(bench.Graph.Sent);
        Assert.Equal("GET", sent.Method);
        Assert.Equal($"https://graph.microsoft.com/v1.0/deviceManagement/{segment}", sent.Url);
    }

    private static async Task<SentRequest> UpdateAsync(
        ScriptReference? script = null, string endpoint = "https://graph.microsoft.com", string version = "v1.0")
    {
        using GraphBench bench = new(endpoint, version);
        bench.Graph.Answers(Answer.Empty(204));
        await bench.UpdateAsync(script: script);
        return Assert.Single(bench.Graph.Sent);
    }
}
