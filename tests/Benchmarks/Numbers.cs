using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace RunSummary.Benchmarks;

/// <summary>What many measurements come down to.</summary>
internal static class Numbers
{
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Tells the median of times in milliseconds, and how far they lie apart.</summary>
    public static string Spread(IReadOnlyCollection<double> milliseconds) =>
        $"median {Median(milliseconds),6:F1} ms ({milliseconds.Min():F1} to {milliseconds.Max():F1})";

    /// <summary>Tells whether a ratio is as low as wanted.</summary>
    public static string AtMost(double ratio, double target, string format) =>
        $"{ratio:F3}, target at most {target.ToString(format, CultureInfo.InvariantCulture)}: {(ratio <= target ? "met" : "MISSED")}";
}
