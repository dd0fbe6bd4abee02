using System;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.RunSummaries;

public sealed class UnreadableAnswerTests
{
    [Theory]
    [InlineData("\"5\"")]
    [InlineData("5.5")]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("true")]
    [InlineData("{}")]
    public async Task A_count_that_is_no_Int32_is_ResponseInvalid_and_named(string value)
    {
        Failure failure = await FailureAsync(Answer.Json(200, $$"""{"successUserCount":{{value}}}"""));

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
        Assert.Contains("'successUserCount'", failure.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"errorDeviceCount":0}]""")]
    [InlineData("null")]
    [InlineData("\"done\"")]
    [InlineData("""{"errorDeviceCount":""")]
    [InlineData("""{"errorDeviceCount":0}}""")]
    [InlineData(" ")]
    public async Task What_is_no_JSON_object_is_ResponseInvalid(string body)
    {
        Failure failure = await FailureAsync(Answer.Json(200, body));

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
    }

    [Fact]
    public async Task HTML_with_200_is_ResponseInvalid_and_shows_how_it_begins()
    {
        Failure failure = await FailureAsync(Answer.Html(200));

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
        Assert.Contains("<html>  <head><title>Bad Gateway</title></head>", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_is_no_string_is_ResponseInvalid()
    {
        Failure failure = await FailureAsync(Answer.Json(200, """{"id":12}"""));

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
        Assert.Contains("'id'", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreadable_answer_is_asked_for_again_until_the_last_try()
    {
        using GraphBench bench = new(retries: 2);
        Answer truncated = Answer.Json(200, """{"errorDeviceCount":""");
        bench.Graph.Answers(truncated, truncated, truncated);

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
        Assert.Equal(3, failure.Http!.Attempts);
        Assert.Equal(3, bench.Graph.Sent.Count);
    }

    [Fact]
    public async Task An_unreadable_answer_can_be_followed_by_a_readable_one()
    {
        using GraphBench bench = new(retries: 2);
        bench.Graph.Answers(Answer.Html(200), Answer.Json(200, Recorded.Summary));

        DeviceScriptRunSummary summary = await bench.UpdateAsync();

        Assert.Equal(41, summary.SuccessDeviceCount);
    }

    [Fact]
    public async Task An_empty_answer_to_a_read_is_ResponseInvalid()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Answer.Empty(200));

        Failure failure = await GraphBench.FailureOf(bench.ReadAsync());

        Assert.Equal(ErrorId.ResponseInvalid, failure.Id);
    }

    [Fact]
    public async Task An_unreadable_answer_keeps_the_facts_of_the_request()
    {
        Failure failure = await FailureAsync(Answer.Html(200));

        Assert.Equal(200, failure.Http!.StatusCode);
        Assert.Equal(Answer.RequestId, failure.Http.RequestId);
        Assert.Null(failure.Http.Code);
    }

    private static async Task<Failure> FailureAsync(Answer answer)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(answer);
        return await bench.FailingUpdateAsync();
    }
}
