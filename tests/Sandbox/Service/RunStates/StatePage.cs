using System;
using System.Text.Json;

namespace RunSummary.Sandbox.Service;

/// <summary>A page of states, written straight to bytes: a script may have millions of them.</summary>
internal sealed class StatePage<TState>(IStateSource<TState> states, StateColumns<TState> columns, Func<TState, bool>? matches)
{
    private const int UsualSize = 128 * 1024;

    /// <param name="after">The place after which the page starts.</param>
    /// <param name="size">How many states the page may hold.</param>
    /// <param name="context">What the answer says it is.</param>
    /// <param name="link">From the place where a page ends to the address of the next one.</param>
    public PooledBuffer Write(long after, int size, string context, Func<long, string> link)
    {
        PooledBuffer buffer = new(UsualSize);
        using Utf8JsonWriter writer = new(buffer, ScriptJson.AsGraphWrites);
        long end = End(after, size);
        writer.WriteStartObject();
        writer.WriteString("@odata.context", context);
        if (End(end, 1) > end)
        {
            writer.WriteString("@odata.nextLink", link(end));
        }

        writer.WriteStartArray("value");
        WriteStates(writer, after, end);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return buffer;
    }

    /// <summary>The place of the last of so many states after a place; the place itself where there are no more.</summary>
    private long End(long after, int size)
    {
        if (matches is null)
        {
            return Math.Max(after, Math.Min(after + size, states.Count));
        }

        long end = after;
        for (long index = after; index < states.Count && size > 0; index++)
        {
            if (matches(states.At(index, StateParts.None)))
            {
                end = index + 1;
                size--;
            }
        }

        return end;
    }

    private void WriteStates(Utf8JsonWriter writer, long after, long end)
    {
        for (long index = after; index < end; index++)
        {
            if (matches is null || matches(states.At(index, StateParts.None)))
            {
                columns.Write(writer, states.At(index, columns.Parts));
            }
        }
    }
}
