using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>Intune's errors: JSON as a string inside Graph's message.</summary>
internal static class IntuneErrors
{
    private static readonly JsonSerializerOptions AsIntuneWrites = new()
    {
        WriteIndented = true,
        NewLine = "\r\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static SandboxAnswer Of(SandboxRequest request, int status, string code, string text, int? retryAfter = null) =>
        GraphErrors.Of(status, code, Nested(request, text, retryAfter));

    /// <summary>Without a header: the seconds are inside the message.</summary>
    public static SandboxAnswer TooManyRequests(SandboxRequest request, int? seconds) =>
        Of(request, 429, "TooManyRequests", "Too many requests", seconds);

    public static RefusalException NotFound(SandboxRequest request) => new(Of(request, 404, "ResourceNotFound", "An error has occurred"));

    public static RefusalException BadRequest(SandboxRequest request, string text) => new(Of(request, 400, "BadRequest", text));

    private static string Nested(SandboxRequest request, string text, int? retryAfter) => new JsonObject
    {
        ["_version"] = 3,
        ["Message"] = $"{text} - Operation ID (for customer support): 00000000-0000-0000-0000-000000000000"
            + $" - Activity ID: {request.ClientRequestId} - Url: {BackEnd(request.Path)}",
        ["CustomApiErrorPhrase"] = "",
        ["RetryAfter"] = retryAfter,
        ["ErrorSourceService"] = "",
        ["HttpHeaders"] = "{}",
    }.ToJsonString(AsIntuneWrites);

    private static string BackEnd(string path)
    {
        string withoutVersion = path[(path.IndexOf('/', 1) is int slash and > 0 ? slash : 0)..];
        return $"https://fef.sandbox.manage.microsoft.example/SideCar/StatelessSideCarService{withoutVersion}?api-version=5025-01-10";
    }
}
