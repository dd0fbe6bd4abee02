using System;
using System.Threading.Tasks;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class ErrorTextTests
{
    [Fact]
    public async Task It_says_status_code_and_words()
    {
        string detail = await DetailAsync(Answer.Error(400, "BadRequest", "The property 'x' does not exist."));

        Assert.Equal("HTTP 400 BadRequest: The property 'x' does not exist.", detail);
    }

    [Fact]
    public async Task The_inner_words_of_Intunes_JSON_are_shown()
    {
        string detail = await DetailAsync(Answer.IntuneError(400, "BadRequest", "The script is in use"));

        Assert.Equal("HTTP 400 BadRequest: The script is in use.", detail);
    }

    [Fact]
    public async Task Intunes_JSON_is_unwrapped_as_it_was_recorded()
    {
        string detail = await DetailAsync(Answer.Json(
            400,
            """
            {"error":{"code":"BadRequest","message":"{\r\n  \"_version\": 3,\r\n  \"Message\": \"An error has occurred - Operation ID (for customer support): 00000000-0000-0000-0000-000000000000 - Activity ID: 1f3f7a6e-2f0f-4c62-8d1f-6c5e0f7d3b11 - Url: https://fef.msub02.manage.microsoft.com/DeviceFE/StatelessDeviceFEService/deviceManagement/deviceShellScripts?api-version=5025-01-10\",\r\n  \"CustomApiErrorPhrase\": \"\",\r\n  \"RetryAfter\": null,\r\n  \"ErrorSourceService\": \"\",\r\n  \"HttpHeaders\": \"{}\"\r\n}","innerError":{"date":"2026-03-02T10:15:30","request-id":"1f3f7a6e-2f0f-4c62-8d1f-6c5e0f7d3b11","client-request-id":"1f3f7a6e-2f0f-4c62-8d1f-6c5e0f7d3b11"}}}
            """));

        Assert.Equal("HTTP 400 BadRequest: An error has occurred.", detail);
    }

    [Fact]
    public async Task JSON_in_the_message_without_inner_words_is_shown_as_it_is()
    {
        string detail = await DetailAsync(Answer.Error(400, "BadRequest", """{"a":1}"""));

        Assert.Equal("""HTTP 400 BadRequest: {"a":1}""", detail);
    }

    [Fact]
    public async Task A_message_that_only_looks_like_JSON_is_shown_as_it_is()
    {
        string detail = await DetailAsync(Answer.Error(400, "BadRequest", "{ not JSON"));

        Assert.Equal("HTTP 400 BadRequest: { not JSON", detail);
    }

    [Fact]
    public async Task Control_characters_become_blanks()
    {
        string detail = await DetailAsync(Answer.Error(400, "BadRequest", "one\r\ntwo\u001b[31mthree\u0007\u009bfour\0"));

        Assert.Equal("HTTP 400 BadRequest: one  two [31mthree  four", detail);
    }

    [Fact]
    public async Task What_turns_text_around_becomes_blanks_and_what_joins_emoji_stays()
    {
        string detail = await DetailAsync(Answer.Error(400, "BadRequest", "a\u202Eb\u2066c\u2028d 👨\u200D👩\u200D👧 e\u200Ff"));

        Assert.Equal("HTTP 400 BadRequest: a b c d 👨\u200D👩\u200D👧 e\u200Ff", detail);
    }

    [Fact]
    public async Task Control_characters_in_the_code_become_blanks()
    {
        string detail = await DetailAsync(Answer.Error(400, "Bad\u001bRequest", "No."));

        Assert.Equal("HTTP 400 Bad Request: No.", detail);
    }

    [Fact]
    public async Task Control_characters_in_Intunes_inner_words_become_blanks()
    {
        string detail = await DetailAsync(Answer.IntuneError(400, "BadRequest", @"one\ntwo"));

        Assert.Equal("HTTP 400 BadRequest: one two.", detail);
    }

    [Fact]
    public async Task A_very_long_message_is_cut_and_says_so()
    {
        string detail = await DetailAsync(Answer.Error(400, "BadRequest", new string('x', 100_000)));

        Assert.InRange(detail.Length, 100, 601);
        Assert.StartsWith("HTTP 400 BadRequest: xxx", detail, StringComparison.Ordinal);
        Assert.EndsWith("x…", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateways_page_is_shown_on_one_line()
    {
        string detail = await DetailAsync(Answer.Html(502));

        Assert.Contains("502", detail, StringComparison.Ordinal);
        Assert.Contains("<title>Bad Gateway</title>", detail, StringComparison.Ordinal);
        Assert.DoesNotContain(detail, char.IsControl);
    }

    [Fact]
    public async Task Plain_text_is_shown()
    {
        string detail = await DetailAsync(Answer.Json(503, "upstream connect error"));

        Assert.Contains("upstream connect error", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":"invalid"}""")]
    [InlineData("""{"error":{"code":12,"message":["a"]}}""")]
    [InlineData("""[{"error":{}}]""")]
    public async Task An_error_of_another_shape_is_shown_as_it_begins(string body)
    {
        string detail = await DetailAsync(Answer.Json(400, body));

        Assert.Contains(body, detail, StringComparison.Ordinal);
    }

    private static async Task<string> DetailAsync(Answer answer)
    {
        using GraphBench bench = new();
        bench.Graph.Answers(answer);
        return (await bench.FailingUpdateAsync()).Detail;
    }
}
