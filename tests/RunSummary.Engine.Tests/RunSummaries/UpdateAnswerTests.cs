using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.RunSummaries;

public sealed class UpdateAnswerTests
{
    [Fact]
    public async Task A_full_answer_is_the_outcome()
    {
        DeviceScriptRunSummary summary = await UpdateAsync(Answer.Json(200, Recorded.Summary), GraphBench.Counts(errorDevice: 0));

        Assert.Equal("0a9c3d51-7b1e-4c55-8a3e-5d2f1e6b7c80", summary.Id);
        Assert.Equal((0, 3, 41, 12), CountsOf(summary));
    }

    [Fact]
    public async Task The_outcome_says_which_script_it_belongs_to()
    {
        DeviceScriptRunSummary summary = await UpdateAsync(Answer.Json(200, Recorded.Summary), GraphBench.Counts(errorDevice: 0));

        Assert.Equal("1c5024d9-24d9-1c50-d924-501cd924501c", summary.ScriptId);
        Assert.Equal(DeviceScriptType.Shell, summary.ScriptType);
        Assert.Equal("Install Company Portal", summary.ScriptName);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(200)]
    public async Task An_answer_without_a_body_is_success_with_the_values_sent(int status)
    {
        DeviceScriptRunSummary summary = await UpdateAsync(Answer.Empty(status), GraphBench.Counts(errorDevice: 5, successUser: 0));

        Assert.Equal((5, null, null, 0), CountsOf(summary));
        Assert.Null(summary.Id);
    }

    [Fact]
    public async Task An_answer_without_a_body_keeps_the_id_that_was_sent()
    {
        DeviceScriptRunSummary summary = await UpdateAsync(Answer.Empty(204), GraphBench.Counts(errorDevice: 5), Recorded.SummaryKey);

        Assert.Equal("0a9c3d51-7b1e-4c55-8a3e-5d2f1e6b7c80", summary.Id);
    }

    [Fact]
    public async Task A_count_left_out_of_the_answer_is_taken_as_it_was_sent()
    {
        Answer answer = Answer.Json(200, """{"id":"k","errorUserCount":3}""");
        DeviceScriptRunSummary summary = await UpdateAsync(answer, GraphBench.Counts(errorDevice: 5));

        Assert.Equal((5, 3, null, null), CountsOf(summary));
    }

    [Fact]
    public async Task A_count_that_is_null_in_the_answer_is_taken_as_it_was_sent()
    {
        DeviceScriptRunSummary summary = await UpdateAsync(Answer.Json(200, """{"errorDeviceCount":null}"""), GraphBench.Counts(errorDevice: 5));

        Assert.Equal((5, null, null, null), CountsOf(summary));
    }

    [Fact]
    public async Task Unknown_properties_of_the_answer_are_ignored()
    {
        Answer answer = Answer.Json(200, """{"errorDeviceCount":5,"pendingDeviceCount":"many","more":{"a":[1]}}""");
        DeviceScriptRunSummary summary = await UpdateAsync(answer, GraphBench.Counts(errorDevice: 5));

        Assert.Equal((5, null, null, null), CountsOf(summary));
    }

    [Fact]
    public async Task Another_value_for_a_count_that_was_sent_is_WriteNotKept_and_names_it()
    {
        Failure failure = await FailureAsync(Answer.Json(200, """{"errorDeviceCount":7}"""), GraphBench.Counts(errorDevice: 5));

        Assert.Equal(ErrorId.WriteNotKept, failure.Id);
        Assert.Equal("ErrorDeviceCount was sent as 5 and came back as 7.", failure.Detail);
    }

    [Fact]
    public async Task WriteNotKept_names_each_count_that_changed_and_no_other()
    {
        Answer answer = Answer.Json(200, """{"errorDeviceCount":0,"errorUserCount":2,"successDeviceCount":9,"successUserCount":9}""");
        Failure failure = await FailureAsync(answer, GraphBench.Counts(1, 2, 3));

        Assert.Equal(
            "ErrorDeviceCount was sent as 1 and came back as 0. SuccessDeviceCount was sent as 3 and came back as 9.", failure.Detail);
    }

    [Fact]
    public async Task WriteNotKept_holds_the_facts_of_the_request()
    {
        Failure failure = await FailureAsync(Answer.Json(200, """{"errorDeviceCount":7}"""), GraphBench.Counts(errorDevice: 5));

        Assert.Equal(200, failure.Http!.StatusCode);
        Assert.Equal(Answer.RequestId, failure.Http.RequestId);
        Assert.Equal(1, failure.Http.Attempts);
    }

    [Fact]
    public async Task WriteNotKept_is_not_sent_again()
    {
        using GraphBench bench = new(retries: 3);
        bench.Graph.Answers(Answer.Json(200, """{"errorDeviceCount":7}"""));

        await bench.FailingUpdateAsync();

        Assert.Single(bench.Graph.Sent);
    }

    private static (int?, int?, int?, int?) CountsOf(DeviceScriptRunSummary summary) =>
        (summary.ErrorDeviceCount, summary.ErrorUserCount, summary.SuccessDeviceCount, summary.SuccessUserCount);

    private static async Task<DeviceScriptRunSummary> UpdateAsync(Answer answer, RunSummaryCounts counts, string? runSummaryId = null)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(answer);
        return await bench.UpdateAsync(counts, runSummaryId);
    }

    private static Task<Failure> FailureAsync(Answer answer, RunSummaryCounts counts) => GraphBench.FailureOf(UpdateAsync(answer, counts));
}
