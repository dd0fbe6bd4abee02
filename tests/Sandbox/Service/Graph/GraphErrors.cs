using System;
using System.Globalization;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>Graph's error bodies. Request ids are stamped on every answer at the end, not here.</summary>
internal static class GraphErrors
{
    public static SandboxAnswer Of(int status, string code, string message) => SandboxAnswer.OfJson(status, new JsonObject
    {
        ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
    });

    public static SandboxAnswer TooManyRequests(string? retryAfter = null) =>
        Of(429, "TooManyRequests", "Too many requests. Try again later.").With("Retry-After", retryAfter);

    public static SandboxAnswer GatewayTimeout() => Of(504, "UnknownError", "The server, while acting as a proxy, did not receive a timely response.");

    public static RefusalException BadRequest(string message) => new(Of(400, "BadRequest", message));

    public static RefusalException UnknownSegment(string segment) => BadRequest($"Resource not found for the segment '{segment}'.");

    public static RefusalException InvalidQuery(string message) => BadRequest($"The query specified in the URI is not valid. {message}");

    public static RefusalException InvalidModel(string message)
    {
        SandboxAnswer answer = Of(400, "ModelValidationFailure", message);
        answer.Json!["error"]!["innerError"] = new JsonObject { ["message"] = message };
        return new RefusalException(answer);
    }

    public static SandboxAnswer Stamped(this SandboxAnswer answer, SandboxRequest request)
    {
        if (answer.Json?["error"] is JsonObject error)
        {
            JsonObject inner = error["innerError"] as JsonObject ?? [];
            inner["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
            inner["request-id"] = request.RequestId;
            inner["client-request-id"] = request.ClientRequestId;
            error["innerError"] = inner;
        }

        return answer
            .WithDefault("request-id", request.RequestId)
            .WithDefault("client-request-id", request.ClientRequestId);
    }
}
