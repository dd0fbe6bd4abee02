using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace RunSummary.Sandbox.Service;

internal delegate void ColumnWriter<TState>(Utf8JsonWriter writer, JsonEncodedText name, in TState state);

/// <summary>One property of a state, as it is written.</summary>
internal sealed record StateColumn<TState>(string Name, ColumnWriter<TState> Write, StateParts Parts = StateParts.None)
{
    public JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(Name);
}

/// <summary>The properties that a query wants to see, in the order of the type.</summary>
internal sealed class StateColumns<TState>(IEnumerable<StateColumn<TState>> columns)
{
    private readonly StateColumn<TState>[] _columns = [.. columns];

    public IReadOnlyList<string> Names { get; } = [.. columns.Select(column => column.Name)];

    /// <summary>What the states must hold to be written.</summary>
    public StateParts Parts { get; } = columns.Aggregate(StateParts.None, (parts, column) => parts | column.Parts);

    /// <summary>All of them where no name is given.</summary>
    public StateColumns<TState> Select(IReadOnlyList<string> names) =>
        names.Count == 0 ? this : new StateColumns<TState>(_columns.Where(column => names.Contains(column.Name)));

    public StateColumns<TState> With(StateColumn<TState> column) => new([.. _columns, column]);

    public void Write(Utf8JsonWriter writer, in TState state)
    {
        writer.WriteStartObject();
        foreach (StateColumn<TState> column in _columns)
        {
            column.Write(writer, column.Encoded, in state);
        }

        writer.WriteEndObject();
    }
}
