using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace RunSummary.Sandbox.Service;

/// <summary>Which requests go wrong, how often, and how.</summary>
public sealed record FaultRule(Func<SandboxRequest, bool> Matches, IReadOnlyList<FaultAction> Actions)
{
    private int _seen;
    private ImmutableDictionary<string, int> _drawn = ImmutableDictionary<string, int>.Empty;

    /// <summary>Null for no end.</summary>
    public int? Times { get; init; }

    /// <summary>How many matching requests pass before the first fault.</summary>
    public int Skip { get; init; }

    public double Chance { get; init; } = 1;

    /// <summary>How many requests have gone wrong by this rule.</summary>
    public int Hits { get; private set; }

    /// <summary>The same by <see cref="FaultAction.Kind"/>.</summary>
    public IReadOnlyDictionary<string, int> Drawn => _drawn;

    internal FaultAction? Take(SandboxRequest request, Random random)
    {
        if (Hits >= Times || !Matches(request) || _seen++ < Skip)
        {
            return null;
        }

        if (Chance < 1 && random.NextDouble() >= Chance)
        {
            return null;
        }

        FaultAction action = Actions.Count == 1 ? Actions[0] : Actions[random.Next(Actions.Count)];
        _drawn = _drawn.SetItem(action.Kind, _drawn.GetValueOrDefault(action.Kind) + 1);
        Hits++;
        return action;
    }
}
