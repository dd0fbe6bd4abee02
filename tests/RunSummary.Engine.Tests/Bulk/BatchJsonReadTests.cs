using System;
using System.Linq;
using System.Text;
using RunSummary.Engine.Bulk;
using RunSummary.Engine.Graph;
using Xunit;

namespace RunSummary.Engine.Tests.Bulk;

public sealed class BatchJsonReadTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Answers_are_matched_by_id_in_any_order()
    {
        GraphResponse?[] answers = Read(3, """{"id":"3","status":404},{"id":"1","status":200},{"id":"2","status":429}""");

        Assert.Equal([200, 429, 404], answers.Select(answer => answer!.StatusCode));
    }

    [Fact]
    public void Each_answer_has_the_client_request_id_of_the_batch()
    {
        GraphResponse?[] answers = Read(2, """{"id":"2","status":200},{"id":"1","status":200}""");

        Assert.Equal(["client-1", "client-1"], answers.Select(answer => answer!.ClientRequestId));
    }

    [Fact]
    public void A_body_is_given_as_it_came()
    {
        GraphResponse?[] answers = Read(2, """{"id":"1","body": {"a": [1, {"b":"}"}]} ,"status":200},{"id":"2","status":200,"body":[1]}""");

        Assert.Equal("""{"a": [1, {"b":"}"}]}""", BodyOf(answers[0]));
        Assert.Equal("[1]", BodyOf(answers[1]));
    }

    [Fact]
    public void A_request_that_was_left_out_has_no_answer()
    {
        GraphResponse?[] answers = Read(3, """{"id":"3","status":200},{"id":"1","status":200}""");

        Assert.NotNull(answers[0]);
        Assert.Null(answers[1]);
        Assert.NotNull(answers[2]);
    }

    [Fact]
    public void Of_two_answers_to_one_request_the_first_stands()
    {
        GraphResponse?[] answers = Read(1, """{"id":"1","status":200},{"id":"1","status":404}""");

        Assert.Equal(200, answers[0]!.StatusCode);
    }

    [Theory]
    [InlineData("\"3\"")]
    [InlineData("\"0\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"\"")]
    [InlineData("\"x\"")]
    [InlineData("\"99999999999\"")]
    [InlineData("null")]
    public void An_answer_to_what_was_not_asked_is_nobodys(string id)
    {
        GraphResponse?[] answers = Read(2, $$"""{"id":{{id}},"status":404},{"id":"1","status":200}""");

        Assert.Equal(200, answers[0]!.StatusCode);
        Assert.Null(answers[1]);
    }

    [Theory]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"id":"1","body":{"id":"x"}}""")]
    [InlineData("""{"id":"1","status":0}""")]
    public void An_answer_without_a_status_is_none(string item) => Assert.Null(Read(1, item)[0]);

    [Fact]
    public void A_body_in_base64_is_decoded()
    {
        string page = Convert.ToBase64String(Encoding.UTF8.GetBytes("<html>Bad Gateway</html>"));

        GraphResponse answer = Read(1, $$"""{"id":"1","status":502,"headers":{"Content-Type":"text/html"},"body":"{{page}}"}""")[0]!;

        Assert.Equal("<html>Bad Gateway</html>", BodyOf(answer));
        Assert.True(answer.IsHtml);
    }

    [Theory]
    [InlineData("""{"id":"1","status":204,"body":null}""")]
    [InlineData("""{"id":"1","status":204}""")]
    public void A_null_body_is_empty(string item) => Assert.Equal(0, Read(1, item)[0]!.Body.Length);

    [Theory]
    [InlineData("Retry-After", "request-id", "Location")]
    [InlineData("retry-after", "REQUEST-ID", "location")]
    [InlineData("RETRY-AFTER", "Request-Id", "LOCATION")]
    public void Headers_are_found_in_any_case(string retryAfter, string requestId, string location)
    {
        GraphResponse answer = Read(
            1, $$"""{"id":"1","status":429,"headers":{"{{retryAfter}}":"7","{{requestId}}":"id-7","{{location}}":"https://graph.microsoft.com/x"} }""")[0]!;

        Assert.Equal(TimeSpan.FromSeconds(7), answer.RetryAfter);
        Assert.Equal("id-7", answer.RequestId);
        Assert.Equal(new Uri("https://graph.microsoft.com/x"), answer.Location);
    }

    [Fact]
    public void A_request_id_is_shown_without_what_steers_a_console() =>
        Assert.Equal("a  [31mb", Read(1, """{"id":"1","status":400,"headers":{"request-id":"a\n\u001b[31mb"}}""")[0]!.RequestId);

    [Fact]
    public void Headers_of_other_types_are_passed_over()
    {
        GraphResponse?[] answers = Read(
            2, """{"id":"1","status":429,"headers":{"Retry-After":7,"x":{"y":[1]},"request-id":"id-7"}},{"id":"2","status":200,"headers":null}""");

        Assert.Null(answers[0]!.RetryAfter);
        Assert.Equal("id-7", answers[0]!.RequestId);
        Assert.Equal(200, answers[1]!.StatusCode);
    }

    [Fact]
    public void A_date_to_wait_for_is_read_by_the_services_clock()
    {
        GraphResponse answer = Read(1, """{"id":"1","status":503,"headers":{"Retry-After":"Mon, 02 Mar 2026 12:02:10 GMT"}}""")[0]!;

        Assert.Equal(TimeSpan.FromSeconds(130), answer.RetryAfter);
    }

    [Fact]
    public void A_redirect_of_an_item_to_another_host_is_seen()
    {
        GraphResponse answer = Read(1, """{"id":"1","status":302,"headers":{"Location":"https://elsewhere.example/x"}}""")[0]!;

        Assert.True(answer.LeavesHost);
    }

    [Fact]
    public void What_stands_beside_the_answers_is_passed_over()
    {
        GraphResponse?[] answers = BatchJson.Read(
            Envelope("""{"@odata.context":{"a":[1]},"responses":[{"id":"1","more":{"id":"2"},"status":200}],"next":null}"""), 1);

        Assert.Equal(200, answers[0]!.StatusCode);
    }

    private static GraphResponse?[] Read(int count, string items) => BatchJson.Read(
        Envelope($$"""{"responses":[{{items}}]}"""), count);

    private static GraphResponse Envelope(string body) => new(200, Encoding.UTF8.GetBytes(body))
    {
        Address = new Uri("https://graph.microsoft.com/v1.0/$batch"),
        ClientRequestId = "client-1",
        Date = Noon,
    };

    private static string BodyOf(GraphResponse? answer) => Encoding.UTF8.GetString(answer!.Body.Span);
}
