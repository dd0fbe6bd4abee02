using System;
using System.Text.Json;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>A page that is read straight from its bytes as they arrive, wherever they are cut, without an object for each item.</summary>
internal sealed class StreamedPage<TItems>(TItems items) : IBodyReader, IPage
    where TItems : class, IPageItems
{
    // How deep the properties of the page, its items, and the properties of an item are.
    private const int PageDepth = 1;
    private const int ItemDepth = 2;
    private const int PropertyDepth = 3;

    private JsonReaderState _state;
    private Part _part;
    private bool _isRead;
    private string? _beginning;

    private enum Part
    {
        Other,
        NextLink,
        Items,
    }

    /// <summary>What the items came to.</summary>
    public TItems Items { get; } = items;

    public string? NextLink { get; private set; }

    public int Read(ReadOnlySpan<byte> bytes, bool isLast)
    {
        Utf8JsonReader json = new(bytes, isLast, _state);
        _beginning ??= GraphJson.Beginning(bytes);
        try
        {
            while (json.Read())
            {
                Take(ref json);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter: a text with bytes that aren't UTF-8, or with half of a surrogate pair.
            throw new AnswerException(Strings.AnswerNotJson.With(_beginning));
        }

        if (isLast && !_isRead)
        {
            throw AnswerException.Property("value");
        }

        _state = json.CurrentState;
        return (int)json.BytesConsumed;
    }

    private void Take(ref Utf8JsonReader json)
    {
        switch (json.CurrentDepth)
        {
            case > PropertyDepth:
                break;
            case PropertyDepth when _part == Part.Items:
                TakeProperty(ref json);
                break;
            case ItemDepth when _part == Part.Items:
                TakeItem(json.TokenType);
                break;
            case PageDepth:
                TakePart(ref json);
                break;
            case 0 when json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject):
                throw AnswerException.Property("value");
        }
    }

    private void TakePart(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.PropertyName)
        {
            _part = json.ValueTextEquals("value"u8) ? Part.Items : json.ValueTextEquals("@odata.nextLink"u8) ? Part.NextLink : Part.Other;
        }
        else if (_part == Part.Items)
        {
            TakeItems(json.TokenType);
        }
        else if (_part == Part.NextLink && json.TokenType != JsonTokenType.Null)
        {
            NextLink = json.TokenType == JsonTokenType.String ? json.GetString() : throw AnswerException.Property("@odata.nextLink");
        }
    }

    // A second collection would be counted as well.
    private void TakeItems(JsonTokenType token)
    {
        bool isExpected = token == JsonTokenType.EndArray || (token == JsonTokenType.StartArray && !_isRead);
        _isRead = isExpected ? true : throw AnswerException.Property("value");
    }

    private void TakeItem(JsonTokenType token)
    {
        if (token == JsonTokenType.EndObject)
        {
            Items.EndItem();
        }
        else if (token != JsonTokenType.StartObject)
        {
            throw AnswerException.Property("value");
        }
    }

    private void TakeProperty(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.PropertyName)
        {
            Items.Name(ref json);
        }
        else if (json.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            Items.Value(ref json);
        }
    }
}
