using System;
using System.Collections.Generic;
using System.Text.Json;

namespace RunSummary.Engine.Tests.Fuzzing;

/// <summary>Where the values of JSON are, one document a line or one alone, up to where it makes no sense any more.</summary>
internal sealed class JsonPieces
{
    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true, MaxDepth = 256 };

    private readonly Stack<(int Start, int Member)> _open = new();

    private JsonPieces(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, Options);
        try
        {
            int member = -1;
            while (reader.Read())
            {
                member = Take(ref reader, member);
            }
        }
        catch (JsonException)
        {
            // What comes before it can be changed all the same.
        }
    }

    /// <summary>Each value from its first byte to its last.</summary>
    public List<Range> Values { get; } = [];

    /// <summary>Each name of a property, and the property with its value.</summary>
    public List<(Range Name, Range Whole)> Members { get; } = [];

    public static JsonPieces Of(ReadOnlySpan<byte> json) => new(json);

    /// <summary>Takes a token, and gives where the property begins that it is the name of; -1 for none.</summary>
    private int Take(ref Utf8JsonReader reader, int member)
    {
        int start = (int)reader.TokenStartIndex;
        int end = (int)reader.BytesConsumed;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                return start;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                _open.Push((start, member));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                (int begun, int name) = _open.Pop();
                Add(begun, end, name);
                break;
            default:
                Add(start, end, member);
                break;
        }

        return -1;
    }

    private void Add(int start, int end, int member)
    {
        Values.Add(start..end);
        if (member >= 0)
        {
            Members.Add((member..start, member..end));
        }
    }
}
