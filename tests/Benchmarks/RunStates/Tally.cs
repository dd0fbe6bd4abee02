using System;

namespace RunSummary.Benchmarks.RunStates;

/// <summary>What the device run states of a script come to; Latest is null where the contender doesn't look at it.</summary>
internal sealed record Tally(int Success, int Error, int Pending, int NotApplicable, int Unknown, DateTimeOffset? Latest)
{
    public int Total => Success + Error + Pending + NotApplicable + Unknown;

    /// <exception cref="InvalidOperationException">The other counted something else.</exception>
    public void Require(string name, Tally other)
    {
        if (other with { Latest = other.Latest ?? Latest } != this)
        {
            throw new InvalidOperationException($"{name} counted {other}, not {this}.");
        }
    }
}
