using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Xml;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>Reads JSON of the service: what is absent or null is null, and what is of another type is an error.</summary>
internal static class GraphJson
{
    private const int ShownCharacters = 120;

    /// <exception cref="AnswerException">The body isn't one JSON object.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> body) => Parse(body, json => json.Clone());

    /// <summary>Takes from a body what is wanted of it, and keeps nothing else.</summary>
    /// <exception cref="AnswerException">The body isn't one JSON object.</exception>
    public static T Parse<T>(ReadOnlyMemory<byte> body, Func<JsonElement, T> read)
    {
        using JsonDocument document = Open(body);
        return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : throw NotJson(body);
    }

    public static string? Text(this JsonElement json, string name) =>
        json.Find(name, kind => kind == JsonValueKind.String) is { } value ? Characters(value, name) : null;

    /// <summary>Reads what people and programs wrote: half of a surrogate pair, as is left where a text was cut, becomes a replacement character.</summary>
    public static string? FreeText(this JsonElement json, string name) =>
        json.Find(name, kind => kind == JsonValueKind.String) is { } value ? LooseText.Read(value) ?? throw Wrong(name) : null;

    public static string[]? Texts(this JsonElement json, string name) =>
        json.Items(name) is { } value
            ? [.. value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? Characters(item, name) : throw Wrong(name))]
            : null;

    /// <summary>Reads what comes as a number or as a text.</summary>
    public static string? NumberOrText(this JsonElement json, string name) =>
        json.Find(name, kind => kind is JsonValueKind.Number or JsonValueKind.String) is { } value
            ? value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Characters(value, name)
            : null;

    public static JsonElement? Items(this JsonElement json, string name) => json.Find(name, kind => kind == JsonValueKind.Array);

    public static JsonElement? Nested(this JsonElement json, string name) => json.Find(name, kind => kind == JsonValueKind.Object);

    public static bool? Flag(this JsonElement json, string name) =>
        json.Find(name, kind => kind is JsonValueKind.True or JsonValueKind.False) is { } value ? value.GetBoolean() : null;

    public static int? Number(this JsonElement json, string name) =>
        json.Find(name, kind => kind == JsonValueKind.Number) is { } value
            ? value.TryGetInt32(out int number) ? number : throw Wrong(name)
            : null;

    public static DateTimeOffset? Time(this JsonElement json, string name) =>
        json.Find(name, kind => kind == JsonValueKind.String) is { } value
            ? Characters(value, name).Length > 0 && value.TryGetDateTimeOffset(out DateTimeOffset time) ? time : throw Wrong(name)
            : null;

    /// <summary>Reads an ISO 8601 duration such as <c>PT1H</c>.</summary>
    public static TimeSpan? Duration(this JsonElement json, string name)
    {
        try
        {
            return json.Text(name) is { } text ? XmlConvert.ToTimeSpan(text) : null;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw Wrong(name);
        }
    }

    /// <summary>Gives the beginning of a body as one line of plain characters, for a message.</summary>
    public static string Beginning(ReadOnlySpan<byte> body)
    {
        string text = Encoding.UTF8.GetString([.. body.Slice(0, Math.Min(body.Length, ShownCharacters))]);
        return PlainText.OneLine(text, ShownCharacters);
    }

    private static JsonDocument Open(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            throw NotJson(body);
        }
    }

    private static AnswerException NotJson(ReadOnlyMemory<byte> body) => new(Strings.AnswerNotJson.With(Beginning(body.Span)));

    private static string Characters(JsonElement value, string name)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Bytes that aren't UTF-8, or half of a surrogate pair.
            throw Wrong(name);
        }
    }

    private static AnswerException Wrong(string name) => AnswerException.Property(name);

    private static JsonElement? Find(this JsonElement json, string name, Func<JsonValueKind, bool> isWanted)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(name);
        }

        try
        {
            if (!json.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            return isWanted(value.ValueKind) ? value : throw Wrong(name);
        }
        catch (InvalidOperationException)
        {
            // A name with half of a surrogate pair, which may have been this one.
            throw Wrong(name);
        }
    }
}
