using System;
using System.Collections.Immutable;

namespace RunSummary.Sandbox.Service;

/// <summary>The parts of a state that cost a string each time; nobody pays for those that nobody reads.</summary>
[Flags]
internal enum StateParts
{
    None = 0,
    Key = 1,
    Device = 2,
}

/// <summary>The states of one script by their place. Sources of the same states are equal.</summary>
internal interface IStateSource<TState>
{
    long Count { get; }

    TState At(long index, StateParts parts);
}

internal sealed record ListedStates<TState>(ImmutableArray<TState> States) : IStateSource<TState>
{
    public long Count => States.Length;

    public TState At(long index, StateParts parts) => States[(int)index];
}
