using System;
using System.Globalization;
using System.Text.Json;
using RunSummary.Engine.Graph;
using RunSummary.Resources;

namespace RunSummary.Engine.Bulk;

/// <summary>Reads one item of a batch's answer. Its body stays where it is, in the bytes of the whole.</summary>
internal struct BatchItemReader(GraphResponse envelope)
{
    private int _status;
    private ReadOnlyMemory<byte> _body;
    private string? _requestId;
    private string? _location;
    private string? _wwwAuthenticate;
    private TimeSpan? _retryAfter;

    /// <summary>The item's place in the request, from 0; null where its id isn't one of ours.</summary>
    public int? Index { get; private set; }

    public readonly bool HasStatus => _status is >= 100 and < 600;

    public readonly GraphResponse ToResponse() => new(_status, _body)
    {
        ClientRequestId = envelope.ClientRequestId,
        RequestId = _requestId,
        RetryAfter = _retryAfter,
        ClaimsChallenge = _status == 401 ? ClaimsChallenge.Read(_wwwAuthenticate) : null,
        Address = envelope.Address,
        Location = Uri.TryCreate(_location, UriKind.RelativeOrAbsolute, out Uri? location) ? location : null,
    };

    /// <summary>Reads from the item's first brace to its last.</summary>
    public void Read(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"))
            {
                json.Read();
                Index = ReadIndex(ref json);
            }
            else if (json.ValueTextEquals("status"))
            {
                json.Read();
                _status = json.GetInt32();
            }
            else if (json.ValueTextEquals("headers"))
            {
                json.Read();
                ReadHeaders(ref json);
            }
            else
            {
                bool isBody = json.ValueTextEquals("body");
                json.Read();
                _body = isBody ? ReadBody(ref json) : SkipKeeping(ref json, _body);
            }
        }
    }

    private static int? ReadIndex(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String
        && int.TryParse(json.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out int id)
        && id > 0
            ? id - 1
            : null;

    private void ReadHeaders(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = json.GetString()!;
            json.Read();
            if (json.TokenType != JsonTokenType.String)
            {
                json.Skip();
                continue;
            }

            Keep(name, ref json);
        }
    }

    private void Keep(string name, ref Utf8JsonReader json)
    {
        if (string.Equals(name, "request-id", StringComparison.OrdinalIgnoreCase))
        {
            _requestId = PlainText.Shown(json.GetString()!);
        }
        else if (string.Equals(name, "Retry-After", StringComparison.OrdinalIgnoreCase))
        {
            _retryAfter = RetryAfter.Parse(json.GetString(), envelope.Date);
        }
        else if (string.Equals(name, "Location", StringComparison.OrdinalIgnoreCase))
        {
            _location = json.GetString();
        }
        else if (string.Equals(name, "WWW-Authenticate", StringComparison.OrdinalIgnoreCase))
        {
            _wwwAuthenticate = json.GetString();
        }
    }

    private readonly ReadOnlyMemory<byte> ReadBody(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        // What isn't JSON comes as a string in base64.
        if (json.TokenType == JsonTokenType.String)
        {
            return json.TryGetBytesFromBase64(out byte[]? bytes) ? bytes : System.Text.Encoding.UTF8.GetBytes(json.GetString()!);
        }

        int start = (int)json.TokenStartIndex;
        json.Skip();
        return envelope.Body.Slice(start, (int)json.BytesConsumed - start);
    }

    private static ReadOnlyMemory<byte> SkipKeeping(ref Utf8JsonReader json, ReadOnlyMemory<byte> body)
    {
        json.Skip();
        return body;
    }
}
