using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

public enum Delivery
{
    Whole,

    /// <summary>Well framed, but the second half of the body is missing.</summary>
    Truncated,

    /// <summary>The connection ends in the middle of the body.</summary>
    Broken,

    /// <summary>The connection is reset before any answer.</summary>
    Reset,

    /// <summary>The batch's answer leaves the item out.</summary>
    Dropped,
}

/// <summary>One answer as plain values: JSON, or text of any content type.</summary>
public sealed record SandboxAnswer
{
    private static readonly JsonSerializerOptions AsGraphWrites = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly ImmutableDictionary<string, string> NoHeaders = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    public required int Status { get; init; }

    public ImmutableDictionary<string, string> Headers { get; init; } = NoHeaders;

    public JsonObject? Json { get; init; }

    /// <summary>JSON that is written already, where building nodes would cost too much.</summary>
    public ReadOnlyMemory<byte>? Utf8Json { get; init; }

    /// <summary>What holds <see cref="Utf8Json"/>, given back when the answer is sent.</summary>
    internal IDisposable? Lease { get; init; }

    public string? Text { get; init; }

    public string ContentType { get; init; } = "application/json";

    public Delivery Delivery { get; init; }

    public static SandboxAnswer OfJson(int status, JsonObject json, string contentType = "application/json") =>
        new() { Status = status, Json = json, ContentType = contentType };

    public static SandboxAnswer OfText(int status, string contentType, string text) =>
        new() { Status = status, Text = text, ContentType = contentType };

    public SandboxAnswer With(string header, string? value) =>
        value is null ? this : this with { Headers = Headers.SetItem(header, value) };

    public SandboxAnswer With(IEnumerable<KeyValuePair<string, string>> headers) => this with { Headers = Headers.SetItems(headers) };

    public SandboxAnswer WithDefault(string header, string value) => Headers.ContainsKey(header) ? this : With(header, value);

    /// <summary>The body where it is a JSON object, however it was given.</summary>
    public JsonObject? ReadJson() => Json ?? (ContentType.StartsWith("application/json", StringComparison.Ordinal) ? Parsed(BodyBytes()) : null);

    public ReadOnlyMemory<byte> BodyBytes() => Utf8Json ?? Encoding.UTF8.GetBytes(Json?.ToJsonString(AsGraphWrites) ?? Text ?? "");

    private static JsonObject? Parsed(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonNode.Parse(body.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
