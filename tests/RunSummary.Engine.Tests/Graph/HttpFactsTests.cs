using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class HttpFactsTests
{
    private static readonly Answer Refused = Answer.Error(400, "BadRequest", "No.");

    [Fact]
    public async Task The_status_is_known() => Assert.Equal(400, (await FactsAsync(Refused)).StatusCode);

    [Fact]
    public async Task The_code_is_the_services_own() => Assert.Equal("BadRequest", (await FactsAsync(Refused)).Code);

    [Fact]
    public async Task The_request_id_is_that_of_the_answers_header() =>
        Assert.Equal("7d6b2f5e-0c4d-4f6e-9a55-0f6b8f1a2c3d", (await FactsAsync(Refused)).RequestId);

    [Fact]
    public async Task A_request_id_is_shown_without_what_steers_a_console()
    {
        Answer steering = new(400, []) { Headers = [("request-id", "a\u001b[31mb")] };

        Assert.Equal("a [31mb", (await FactsAsync(steering)).RequestId);
    }

    [Fact]
    public async Task An_answer_that_is_no_JSON_has_no_code() => Assert.Null((await FactsAsync(Answer.Html(502))).Code);

    [Fact]
    public async Task The_client_request_id_is_the_one_that_was_sent()
    {
        using GraphBench bench = new();
        bench.Graph.Answers(Refused);

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(bench.Graph.Sent[0].ClientRequestId, failure.Http!.ClientRequestId);
    }

    [Fact]
    public async Task The_facts_are_those_of_the_last_try()
    {
        using GraphBench bench = new(retries: 1);
        bench.Graph.Answers(Answer.Error(503, "First", "No."), Answer.Error(504, "Second", "No."));

        Failure failure = await bench.FailingUpdateAsync();

        Assert.Equal(504, failure.Http!.StatusCode);
        Assert.Equal("Second", failure.Http.Code);
        Assert.Equal(bench.Graph.Sent[1].ClientRequestId, failure.Http.ClientRequestId);
        Assert.Equal(2, failure.Http.Attempts);
    }

    [Fact]
    public async Task One_try_is_one_attempt() => Assert.Equal(1, (await FactsAsync(Refused)).Attempts);

    private static async Task<HttpFacts> FactsAsync(Answer answer)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(answer);
        return (await bench.FailingUpdateAsync()).Http!;
    }
}
