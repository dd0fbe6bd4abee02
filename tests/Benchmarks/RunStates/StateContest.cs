using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.RunStates;

/// <summary>Lets two count the same states in turn, after warm-ups of each that aren't counted.</summary>
internal static class StateContest
{
    /// <returns>The milliseconds of each.</returns>
    /// <exception cref="InvalidOperationException">One counted something else.</exception>
    public static async Task<(double[] One, double[] Other)> RunAsync(
        Tally truth, (int WarmUps, int Counted) rounds, IStateCounter one, IStateCounter other)
    {
        List<double> ofOne = [];
        List<double> ofOther = [];
        for (int round = -rounds.WarmUps; round < rounds.Counted; round++)
        {
            double first = await MeasureAsync(one, truth);
            double second = await MeasureAsync(other, truth);
            if (round >= 0)
            {
                ofOne.Add(first);
                ofOther.Add(second);
            }
        }

        return ([.. ofOne], [.. ofOther]);
    }

    private static async Task<double> MeasureAsync(IStateCounter contender, Tally truth)
    {
        contender.Prepare();
        GC.Collect();
        long started = Stopwatch.GetTimestamp();
        Tally counted = await contender.CountAsync();
        TimeSpan taken = Stopwatch.GetElapsedTime(started);
        truth.Require(contender.Name, counted);
        return taken.TotalMilliseconds;
    }
}
