using System;
using System.Text;
using System.Text.Json;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>An error as Microsoft Graph words it, unwrapped where Intune put JSON into the message.</summary>
internal sealed record GraphError(string? Code, string? Message, TimeSpan? Wait)
{
    public const int ShownCharacters = 600;

    /// <summary>How the service says that a version doesn't serve an address.</summary>
    public const string SegmentMissing = "Resource not found for the segment";

    private static readonly GraphError None = new(null, null, null);

    public static GraphError Read(ReadOnlyMemory<byte> body)
    {
        if (Object(body) is not { } root || Property(root, "error", JsonValueKind.Object) is not { } error)
        {
            return None;
        }

        string? code = Characters(error, "code") is { } text ? PlainText.OneLine(text, ShownCharacters) : null;
        string? message = Characters(error, "message");
        return message is not null && Object(Encoding.UTF8.GetBytes(message)) is { } inner
            ? new GraphError(code, Words(Characters(inner, "Message") ?? message), NestedRetryAfter(inner))
            : new GraphError(code, message, null);
    }

    /// <summary>Says in one line what came: the status and the service's code and words, or how the body begins.</summary>
    public string Describe(GraphResponse response)
    {
        string words = Message ?? (response.Body.Length > 0 ? GraphJson.Beginning(response.Body.Span) : "");
        string status = Code is null ? $"{response.StatusCode}" : $"{response.StatusCode} {Code}";
        string line = words.Length == 0 ? Strings.HttpAnswerBare.With(status) : Strings.HttpAnswer.With(status, words);
        return PlainText.OneLine(line, ShownCharacters);
    }

    public bool Mentions(string text) =>
        Message?.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0 || Code?.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0;

    // Intune appends ids and an internal address; the id that support asks for comes in a header.
    private static string Words(string message)
    {
        int tail = message.IndexOf(" - Operation ID", StringComparison.Ordinal);
        return tail > 0 ? message.Remove(tail) + "." : message;
    }

    private static TimeSpan? NestedRetryAfter(JsonElement inner) =>
        inner.TryGetProperty("RetryAfter", out JsonElement value) && value.ValueKind is JsonValueKind.Number or JsonValueKind.String
            ? RetryAfter.Parse(value.ToString(), now: null)
            : null;

    private static JsonElement? Object(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Characters(JsonElement json, string name)
    {
        try
        {
            return Property(json, name, JsonValueKind.String)?.GetString();
        }
        catch (InvalidOperationException)
        {
            // Not UTF-8: an error keeps its meaning without its words.
            return null;
        }
    }

    private static JsonElement? Property(JsonElement json, string name, JsonValueKind kind) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == kind ? value : null;
}
