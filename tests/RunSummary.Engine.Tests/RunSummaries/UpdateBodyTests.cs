using System.Text;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.RunSummaries;

public sealed class UpdateBodyTests
{
    [Fact]
    public async Task Zero_is_sent()
    {
        byte[] body = await BodyOfAsync(GraphBench.Counts(errorDevice: 0));

        Assert.Equal("""{"@odata.type":"#microsoft.graph.deviceManagementScriptRunSummary","errorDeviceCount":0}"""u8.ToArray(), body);
    }

    [Fact]
    public async Task All_four_counts_are_sent()
    {
        byte[] body = await BodyOfAsync(GraphBench.Counts(1, 2, 3, 4));

        Assert.Equal(
            """{"@odata.type":"#microsoft.graph.deviceManagementScriptRunSummary","errorDeviceCount":1,"errorUserCount":2,"successDeviceCount":3,"successUserCount":4}""",
            Encoding.UTF8.GetString(body));
    }

    [Theory]
    [InlineData(7, null, null, null, "errorDeviceCount")]
    [InlineData(null, 7, null, null, "errorUserCount")]
    [InlineData(null, null, 7, null, "successDeviceCount")]
    [InlineData(null, null, null, 7, "successUserCount")]
    public async Task Only_the_supplied_count_is_sent(int? errorDevice, int? errorUser, int? successDevice, int? successUser, string name)
    {
        byte[] body = await BodyOfAsync(GraphBench.Counts(errorDevice, errorUser, successDevice, successUser));

        Assert.Equal(
            $$"""{"@odata.type":"#microsoft.graph.deviceManagementScriptRunSummary","{{name}}":7}""", Encoding.UTF8.GetString(body));
    }

    [Fact]
    public async Task The_largest_Int32_is_sent_as_digits()
    {
        byte[] body = await BodyOfAsync(GraphBench.Counts(successDevice: 2147483647));

        Assert.Equal(
            """{"@odata.type":"#microsoft.graph.deviceManagementScriptRunSummary","successDeviceCount":2147483647}""",
            Encoding.UTF8.GetString(body));
    }

    [Fact]
    public async Task The_id_is_sent_where_it_is_given()
    {
        byte[] body = await BodyOfAsync(GraphBench.Counts(errorDevice: 5), Recorded.SummaryKey);

        Assert.Equal(
            """{"@odata.type":"#microsoft.graph.deviceManagementScriptRunSummary","id":"0a9c3d51-7b1e-4c55-8a3e-5d2f1e6b7c80","errorDeviceCount":5}""",
            Encoding.UTF8.GetString(body));
    }

    private static async Task<byte[]> BodyOfAsync(RunSummaryCounts counts, string? runSummaryId = null)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Empty(204));
        await bench.UpdateAsync(counts, runSummaryId);
        return Assert.Single(bench.Graph.Sent).Body!;
    }
}
