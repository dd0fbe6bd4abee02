using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.Updates;

/// <summary>What one contender's rounds came to.</summary>
internal sealed record Result(string Name, int Updates, IReadOnlyList<double> Seconds, IReadOnlyList<double> Kibibytes)
{
    public double Time => Numbers.Median(Seconds);

    /// <summary>Allocated for each update.</summary>
    public double Allocated => Numbers.Median(Kibibytes);
}

/// <summary>Lets contenders do the same work in turn, after warm-ups of each that aren't counted.</summary>
internal static class Contest
{
    private const int WarmUps = 10;

    public static async Task<Result[]> RunAsync(int updates, int rounds, params IContender[] contenders)
    {
        List<(double Seconds, double Kibibytes)>[] measured = [.. contenders.Select(_ => new List<(double, double)>())];
        for (int round = -WarmUps; round < rounds; round++)
        {
            for (int index = 0; index < contenders.Length; index++)
            {
                (double, double) one = await MeasureAsync(contenders[index], updates);
                if (round >= 0)
                {
                    measured[index].Add(one);
                }
            }
        }

        return [.. contenders.Select((contender, index) => ToResult(contender, updates, measured[index]))];
    }

    /// <summary>Measures a contender once, for one that takes too long for more.</summary>
    public static async Task<Result> RunOnceAsync(int updates, IContender contender) =>
        ToResult(contender, updates, [await MeasureAsync(contender, updates)]);

    private static Result ToResult(IContender contender, int updates, List<(double Seconds, double Kibibytes)> measured) => new(
        contender.Name, updates, [.. measured.Select(one => one.Seconds)], [.. measured.Select(one => one.Kibibytes)]);

    private static async Task<(double Seconds, double Kibibytes)> MeasureAsync(IContender contender, int updates)
    {
        GC.Collect();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long started = Stopwatch.GetTimestamp();
        int succeeded = await contender.UpdateAsync();
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        double kibibytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1024.0 / updates;
        return succeeded == updates
            ? (seconds, kibibytes)
            : throw new InvalidOperationException($"{contender.Name}: {succeeded} of {updates} updates succeeded.");
    }
}
