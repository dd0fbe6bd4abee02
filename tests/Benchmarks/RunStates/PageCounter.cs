using System;
using System.Text.Json;

namespace RunSummary.Benchmarks.RunStates;

/// <summary>Counts the states of whole pages.</summary>
internal sealed class PageCounter
{
    private int _success;
    private int _error;
    private int _pending;
    private int _notApplicable;
    private int _unknown;
    private DateTimeOffset _latest;

    public Tally Tally => new(_success, _error, _pending, _notApplicable, _unknown, _latest);

    /// <summary>Counts a page and gives the link to the next one; null where it is the last.</summary>
    public string? Take(ReadOnlySpan<byte> page)
    {
        Utf8JsonReader json = new(page);
        string? next = null;
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (json.ValueTextEquals("runState"u8))
            {
                json.Read();
                Count(ref json);
            }
            else if (json.ValueTextEquals("lastStateUpdateDateTime"u8))
            {
                json.Read();
                _latest = json.GetDateTimeOffset() is var time && time > _latest ? time : _latest;
            }
            else if (json.ValueTextEquals("@odata.nextLink"u8))
            {
                json.Read();
                next = json.GetString();
            }
        }

        return next;
    }

    private void Count(ref Utf8JsonReader json)
    {
        if (json.ValueTextEquals("success"u8))
        {
            _success++;
        }
        else if (json.ValueTextEquals("fail"u8) || json.ValueTextEquals("scriptError"u8))
        {
            _error++;
        }
        else if (json.ValueTextEquals("pending"u8))
        {
            _pending++;
        }
        else if (json.ValueTextEquals("notApplicable"u8))
        {
            _notApplicable++;
        }
        else
        {
            _unknown++;
        }
    }
}
