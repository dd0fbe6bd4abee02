using System;
using System.Collections.Generic;
using System.Text.Json;

namespace RunSummary.Sandbox.Service;

/// <summary>One request of a batch; <paramref name="Refusal"/> is its answer where it can't be asked at all.</summary>
internal sealed record BatchItem(string Id, SandboxRequest Request, SandboxAnswer? Refusal)
{
    private const string Authorization = "Authorization";

    /// <param name="envelope">The request that holds it.</param>
    /// <param name="version">What the envelope's address begins with.</param>
    /// <param name="element">The item itself.</param>
    public static BatchItem Read(SandboxRequest envelope, string version, JsonElement element)
    {
        string id = Text(element, "id");
        string[] address = RelativeAddress(element).Split('?', 2);
        SandboxRequest request = new()
        {
            Method = Text(element, "method").ToUpperInvariant(),
            Root = envelope.Root,
            Path = $"{version}/{Uri.UnescapeDataString(address[0])}",
            Query = address.Length > 1 ? "?" + address[1] : "",
            Headers = Headers(envelope, element),
            Body = Member(element, "body")?.GetRawText() ?? "",
            Envelope = envelope,
        };
        RefuseDependency(element, id);
        return new BatchItem(id, request, IsComplete(request) ? null : Incomplete(id));
    }

    public static RefusalException Malformed() => GraphErrors.BadRequest("Invalid batch payload format.");

    private static bool IsComplete(SandboxRequest request) => request.Body.Length == 0
        ? request.Method is not ("POST" or "PUT" or "PATCH")
        : request.Header("Content-Type") is not null;

    private static SandboxAnswer Incomplete(string id) =>
        GraphErrors.Of(400, "BadRequest", $"Write request id : {id} does not contain Content-Type header or body.");

    private static void RefuseDependency(JsonElement element, string id)
    {
        if (Member(element, "dependsOn") is JsonElement others && (others.ValueKind != JsonValueKind.Array || others.GetArrayLength() > 0))
        {
            throw GraphErrors.BadRequest($"The sandbox runs no sequences: request {id} has dependsOn.");
        }
    }

    private static string RelativeAddress(JsonElement element)
    {
        string address = Text(element, "url");
        bool isAbsolute = address.StartsWith("//", StringComparison.Ordinal) || address.Split('?')[0].Contains("://", StringComparison.Ordinal);
        return isAbsolute ? throw Malformed() : address.TrimStart('/');
    }

    // The token is the envelope's, whatever an item says.
    private static Dictionary<string, string> Headers(SandboxRequest envelope, JsonElement element)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        if (Member(element, "headers") is JsonElement own)
        {
            foreach (JsonProperty header in own.ValueKind == JsonValueKind.Object ? own.EnumerateObject() : throw Malformed())
            {
                headers[header.Name] = header.Value.ValueKind == JsonValueKind.String ? header.Value.GetString()! : throw Malformed();
            }
        }

        headers[Authorization] = envelope.Header(Authorization) ?? "";
        return headers;
    }

    private static string Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : throw Malformed();

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind != JsonValueKind.Object ? throw Malformed()
        : element.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value
        : null;
}
