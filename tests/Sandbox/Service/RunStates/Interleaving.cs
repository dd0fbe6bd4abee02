using System;

namespace RunSummary.Sandbox.Service;

/// <summary>A permutation of the first whole numbers that spreads those that were together.</summary>
internal readonly record struct Interleaving(long Count, long Step)
{
    private const double GoldenRatio = 0.6180339887498949;

    public static Interleaving Of(long count)
    {
        // No product of a place and a step of 30 bits overflows, even with all of a summary's counts at their largest.
        long step = Math.Clamp((long)(count * GoldenRatio), 1, int.MaxValue / 2);
        while (CommonDivisor(step, count) > 1)
        {
            step--;
        }

        return new Interleaving(count, step);
    }

    public long Rank(long index) => index * Step % Count;

    private static long CommonDivisor(long one, long other)
    {
        while (other != 0)
        {
            (one, other) = (other, one % other);
        }

        return one;
    }
}
