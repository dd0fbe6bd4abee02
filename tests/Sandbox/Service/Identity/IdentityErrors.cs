using System;
using System.Globalization;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>Errors as Microsoft Entra ID writes them.</summary>
internal static class IdentityErrors
{
    public static RefusalException Of(SandboxRequest request, int status, string error, int code, string text)
    {
        string time = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new RefusalException(SandboxAnswer.OfJson(status, new JsonObject
        {
            ["error"] = error,
            ["error_description"] = $"AADSTS{code}: {text} Trace ID: {request.RequestId} Correlation ID: {request.ClientRequestId} Timestamp: {time}",
            ["error_codes"] = new JsonArray(code),
            ["timestamp"] = time,
            ["trace_id"] = request.RequestId,
            ["correlation_id"] = request.ClientRequestId,
            ["error_uri"] = $"{request.Root}/error?code={code}",
        }, "application/json; charset=utf-8"));
    }

    public static RefusalException Missing(SandboxRequest request, string parameter) =>
        Of(request, 400, "invalid_request", 900144, $"The request body must contain the following parameter: '{parameter}'.");
}
