using System;
using System.Collections.Generic;
using System.Linq;

namespace RunSummary.Sandbox.Service;

/// <summary>A summary that was changed away from the states of its script.</summary>
public sealed record DriftedSummary(SummaryCounts Recorded, SummaryCounts True);

/// <summary>Lets every third script's summary drift: in one count, in all, and in any, by turns.</summary>
internal sealed class SummaryDrift(ScriptStore scripts, RunStateStore states, int seed)
{
    private const int OneInThree = 3;
    private const int Counts = 4;

    private readonly Random _random = new(seed);

    public IReadOnlyDictionary<Guid, DriftedSummary> Apply()
    {
        SandboxScript[] chosen = [.. scripts.All];
        _random.Shuffle(chosen);
        return chosen
            .Take((chosen.Length + OneInThree - 1) / OneInThree)
            .Select((script, turn) => (script.Id, Drifted: Drift(states.Truth(script.Id).Counts, turn)))
            .Where(changed => scripts.SetSummary(changed.Id, changed.Drifted.Recorded) is not null)
            .ToDictionary(changed => changed.Id, changed => changed.Drifted);
    }

    private DriftedSummary Drift(SummaryCounts counts, int turn)
    {
        bool[] drifts = Drifting(turn);
        return new DriftedSummary(
            new SummaryCounts(
                drifts[0] ? Off(counts.SuccessDevices) : counts.SuccessDevices,
                drifts[1] ? Off(counts.ErrorDevices) : counts.ErrorDevices,
                drifts[2] ? Off(counts.SuccessUsers) : counts.SuccessUsers,
                drifts[3] ? Off(counts.ErrorUsers) : counts.ErrorUsers),
            counts);
    }

    private bool[] Drifting(int turn)
    {
        int mask = (turn % 3) switch
        {
            0 => 1 << _random.Next(Counts),
            1 => (1 << Counts) - 1,
            _ => _random.Next(1, 1 << Counts),
        };
        return [.. Enumerable.Range(0, Counts).Select(count => (mask & (1 << count)) != 0)];
    }

    private int Off(int count)
    {
        int by = 1 + _random.Next(Math.Max(5, count / 10));
        bool up = _random.Next(2) == 0 ? count <= int.MaxValue - by : count < by;
        return up ? count + by : count - by;
    }
}
