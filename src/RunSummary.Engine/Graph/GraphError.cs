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
        if (Object(body) is not { } root || Lenient(() => root.Nested("error")) is not { } error)
        {
            return None;
        }

        string? code = Lenient(() => error.Text("code")) is { } text ? PlainText.OneLine(text, ShownCharacters) : null;
        string? message = Lenient(() => error.Text("message"));
        return message is not null && Object(Encoding.UTF8.GetBytes(message)) is { } inner
            ? new GraphError(code, Words(Lenient(() => inner.Text("Message")) ?? message), NestedRetryAfter(inner))
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
        Lenient(() => inner.NumberOrText("RetryAfter")) is { } value ? RetryAfter.Parse(value, now: null) : null;

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

    // An error keeps its meaning without the words that can't be read.
    private static T? Lenient<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (AnswerException)
        {
            return default;
        }
    }
}
