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

    /// <summary>Gives how fast values grow: the median of the slopes between each two, which a few that stand out don't move.</summary>
    public static double Slope(IReadOnlyCollection<(double At, double Value)> points) => Median(
        from earlier in points
        from later in points
        where earlier.At < later.At
        select (later.Value - earlier.Value) / (later.At - earlier.At));

    /// <summary>Tells the median of values, and how far they lie apart.</summary>
    public static string Spread(IReadOnlyCollection<double> values, string unit = "ms") =>
        $"median {Median(values),6:F1} {unit} ({values.Min():F1} to {values.Max():F1})";

    /// <summary>Tells whether a ratio is as low as wanted.</summary>
    public static string AtMost(double ratio, double target, string format) => Judged(ratio, "most", target, format, ratio <= target);

    /// <summary>Tells whether a ratio is as high as wanted.</summary>
    public static string AtLeast(double ratio, double target, string format) => Judged(ratio, "least", target, format, ratio >= target);

    private static string Judged(double ratio, string bound, double target, string format, bool isMet) =>
        $"{ratio:F3}, target at {bound} {target.ToString(format, CultureInfo.InvariantCulture)}: {(isMet ? "met" : "MISSED")}";
}
