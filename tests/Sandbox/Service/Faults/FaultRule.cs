using System;
using System.Collections.Generic;

namespace RunSummary.Sandbox.Service;

/// <summary>Which requests go wrong, how often, and how.</summary>
public sealed record FaultRule(Func<SandboxRequest, bool> Matches, IReadOnlyList<FaultAction> Actions)
{
    private int _seen;

    /// <summary>Null for no end.</summary>
    public int? Times { get; init; }

    /// <summary>How many matching requests pass before the first fault.</summary>
    public int Skip { get; init; }

    public double Chance { get; init; } = 1;

    /// <summary>How many requests have gone wrong by this rule.</summary>
    public int Hits { get; private set; }

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

        Hits++;
        return Actions.Count == 1 ? Actions[0] : Actions[random.Next(Actions.Count)];
    }
}
