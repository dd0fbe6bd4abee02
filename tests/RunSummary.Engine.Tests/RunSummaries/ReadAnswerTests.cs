using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.RunSummaries;

public sealed class ReadAnswerTests
{
    [Fact]
    public async Task A_summary_is_read_whole()
    {
        DeviceScriptRunSummary summary = await ReadAsync(Recorded.Summary);

        Assert.Equal("1c5024d9-24d9-1c50-d924-501cd924501c", summary.ScriptId);
        Assert.Equal(DeviceScriptType.Shell, summary.ScriptType);
        Assert.Equal("Install Company Portal", summary.ScriptName);
        Assert.Equal("0a9c3d51-7b1e-4c55-8a3e-5d2f1e6b7c80", summary.Id);
        Assert.Equal(0, summary.ErrorDeviceCount);
        Assert.Equal(3, summary.ErrorUserCount);
        Assert.Equal(41, summary.SuccessDeviceCount);
        Assert.Equal(12, summary.SuccessUserCount);
    }

    [Fact]
    public async Task A_count_that_the_service_leaves_out_is_null_and_not_zero()
    {
        DeviceScriptRunSummary summary = await ReadAsync("""{"errorDeviceCount":3}""");

        Assert.Null(summary.SuccessDeviceCount);
    }

    private static async Task<DeviceScriptRunSummary> ReadAsync(string body)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Json(200, body));
        return await bench.ReadAsync();
    }
}
