using System.Collections.Immutable;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;

namespace RunSummary.Engine.Tests.Support;

/// <summary>A recorded answer: its status, its headers and its bytes.</summary>
internal sealed record Answer(int Status, byte[] Body)
{
    public const string RequestId = "7d6b2f5e-0c4d-4f6e-9a55-0f6b8f1a2c3d";

    public ImmutableList<(string Name, string Value)> Headers { get; init; } = [("request-id", RequestId)];

    private string? ContentType { get; init; }

    public static Answer Empty(int status) => new(status, []);

    public static Answer Json(int status, string json) => new(status, Encoding.UTF8.GetBytes(json)) { ContentType = "application/json" };

    public static Answer Html(int status) =>
        new(status, Encoding.UTF8.GetBytes("<html>\r\n<head><title>Bad Gateway</title></head>\r\n</html>")) { ContentType = "text/html" };

    /// <summary>An error as Microsoft Graph words it.</summary>
    public static Answer Error(int status, string code, string message) => Json(status, new JsonObject
    {
        ["error"] = new JsonObject
        {
            ["code"] = code,
            ["message"] = message,
            ["innerError"] = new JsonObject { ["date"] = "2026-03-02T10:15:30", ["request-id"] = RequestId },
        },
    }.ToJsonString());

    /// <summary>An error with Intune's JSON as a string in the message.</summary>
    public static Answer IntuneError(int status, string code, string words, string retryAfter = "null") => Error(
        status,
        code,
        "{\r\n  \"_version\": 3,\r\n  \"Message\": \"" + words
            + " - Operation ID (for customer support): 00000000-0000-0000-0000-000000000000"
            + " - Activity ID: 7d6b2f5e-0c4d-4f6e-9a55-0f6b8f1a2c3d - Url: https://fef.example/SideCar/x?api-version=5025-01-10\","
            + "\r\n  \"CustomApiErrorPhrase\": \"\",\r\n  \"RetryAfter\": " + retryAfter
            + ",\r\n  \"ErrorSourceService\": \"\",\r\n  \"HttpHeaders\": \"{}\"\r\n}");

    public static Answer SegmentMissing() =>
        Error(400, "BadRequest", "Resource not found for the segment 'deviceShellScripts'.");

    public Answer With(string header, string value) => this with { Headers = Headers.Add((header, value)) };

    public HttpResponseMessage ToMessage(HttpRequestMessage request)
    {
        HttpResponseMessage message = new((HttpStatusCode)Status) { RequestMessage = request, Content = new ByteArrayContent(Body) };
        foreach ((string name, string value) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (ContentType is not null)
        {
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        return message;
    }
}
