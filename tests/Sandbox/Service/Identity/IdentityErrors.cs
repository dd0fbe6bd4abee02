using System;
using System.Globalization;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>Errors as Microsoft Entra ID writes them.</summary>
internal static class IdentityErrors
{
    public static RefusalException Of(
        SandboxRequest request, int status, string error, int code, string text, string? suberror = null, JsonObject? claims = null)
    {
        JsonObject body = new()
        {
            ["error"] = error,
            ["error_description"] = Describe(request, code, text),
            ["error_codes"] = new JsonArray(code),
            ["timestamp"] = Now(),
            ["trace_id"] = request.RequestId,
            ["correlation_id"] = request.ClientRequestId,
            ["error_uri"] = $"{request.Root}/error?code={code}",
        };
        if (suberror is not null)
        {
            body["suberror"] = suberror;
        }

        if (claims is not null)
        {
            body["claims"] = claims.ToJsonString();
        }

        return new RefusalException(SandboxAnswer.OfJson(status, body, "application/json; charset=utf-8"));
    }

    public static RefusalException InvalidClient(SandboxRequest request, int code, string text) => Of(request, 401, "invalid_client", code, text);

    public static RefusalException InvalidGrant(SandboxRequest request, int code, string text, string? suberror = null) =>
        Of(request, 400, "invalid_grant", code, text, suberror);

    public static RefusalException Missing(SandboxRequest request, string parameter) =>
        Of(request, 400, "invalid_request", 900144, $"The request body must contain the following parameter: '{parameter}'.");

    /// <summary>The first of the codes in an error's body.</summary>
    public static int? Code(SandboxAnswer answer) => (int?)(answer.Json?["error_codes"] as JsonArray)?[0];

    public static string Describe(SandboxRequest request, int code, string text) =>
        $"AADSTS{code}: {text} Trace ID: {request.RequestId} Correlation ID: {request.ClientRequestId} Timestamp: {Now()}";

    private static string Now() => DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
