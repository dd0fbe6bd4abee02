using System;
using System.Linq;
using System.Text;
using CsCheck;
using RunSummary.Engine.Bulk;
using RunSummary.Engine.Graph;
using Xunit;

namespace RunSummary.Engine.Tests.Bulk;

public sealed class BatchJsonMalformedTests
{
    private const string Whole =
        """{"responses":[{"id":"2","status":200,"headers":{"Retry-After":"7","request-id":"é"},"body":{"id":"x","n":[1,null]}},{"id":"1","status":502,"body":"PGh0bWw+"}]}""";

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"responses":null}""")]
    [InlineData("""{"responses":{}}""")]
    [InlineData("""{"responses":[1]}""")]
    [InlineData("""{"responses":[{"id":"1","status":"200"}]}""")]
    [InlineData("""{"responses":[{"id":"1","status":200.5}]}""")]
    [InlineData("""{"responses":[{"id":"1","status":99999999999}]}""")]
    [InlineData("""{"responses":[]}{}""")]
    [InlineData("<html><body>Bad Gateway</body></html>")]
    [InlineData("""{"value":[{"id":"1","status":200}]}""")]
    public void What_is_no_answer_to_a_batch_is_refused(string body) =>
        Assert.Throws<AnswerException>(() => BatchJson.Read(Envelope(Encoding.UTF8.GetBytes(body)), 1));

    [Fact]
    public void An_answer_that_breaks_off_is_refused_wherever_it_does()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Whole);

        Assert.All(Enumerable.Range(0, whole.Length), length =>
            Assert.Throws<AnswerException>(() => BatchJson.Read(Envelope(whole[..length]), 2)));
    }

    [Fact]
    public void Any_bytes_are_read_or_refused() => Gen.Byte.Array.Sample(bytes => ReadOrRefuse(bytes), iter: 10_000);

    [Fact]
    public void An_answer_with_any_bytes_changed_is_read_or_refused()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Whole);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 4].Sample(
            changes =>
            {
                byte[] bytes = [.. whole];
                foreach ((int place, byte value) in changes)
                {
                    bytes[place] = value;
                }

                ReadOrRefuse(bytes);
            },
            iter: 20_000);
    }

    [Fact]
    public void An_answer_of_any_JSON_is_read_or_refused()
    {
        string[] pieces =
        [
            "{", "}", "[", "]", ",", ":", "\"responses\"", "\"id\"", "\"status\"", "\"headers\"", "\"body\"", "\"Retry-After\"", "\"1\"", "\"2\"",
            "200", "1e400", "-0.5", "null", "true", "\"\\ud800\"", "\"Mon, 02 Mar 2026 12:02:10 GMT\"", "\"9999999999\"", " ",
        ];
        Gen.OneOfConst(pieces).Array[0, 40].Sample(
            chosen => ReadOrRefuse(Encoding.UTF8.GetBytes("{\"responses\":[{\"id\":\"1\"" + string.Concat(chosen))), iter: 20_000);
    }

    [Theory]
    [InlineData("Retry-After")]
    [InlineData("Location")]
    [InlineData("request-id")]
    [InlineData("other")]
    public void An_item_with_any_header_is_read(string name) => Gen.String.Sample(
        text =>
        {
            string value = System.Text.Json.JsonSerializer.Serialize(text);
            byte[] body = Encoding.UTF8.GetBytes($$"""{"responses":[{"id":"1","status":429,"headers":{ "{{name}}": {{value}} } }]}""");

            Assert.Equal(429, BatchJson.Read(Envelope(body), 1)[0]!.StatusCode);
        },
        iter: 2_000);

    private static void ReadOrRefuse(byte[] bytes)
    {
        try
        {
            Assert.Equal(2, BatchJson.Read(Envelope(bytes), 2).Length);
        }
        catch (AnswerException)
        {
            // Refused: that is all that may happen.
        }
    }

    private static GraphResponse Envelope(byte[] body) => new(200, body) { Address = new Uri("https://graph.microsoft.com/v1.0/$batch") };
}
