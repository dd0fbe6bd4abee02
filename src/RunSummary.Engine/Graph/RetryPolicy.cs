using System;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>
/// How often and after what wait a request is sent again. The service's own wish wins; else the wait is drawn at random
/// below a bound that doubles (exponential backoff with full jitter). All waits together are bounded.
/// </summary>
internal sealed class RetryPolicy(int maximumRetries, Func<double>? random = null)
{
    public static readonly TimeSpan MaximumTotalWait = TimeSpan.FromMinutes(5);

    /// <summary>How long one try may take.</summary>
    public static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(100);

    private static readonly TimeSpan FirstBound = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LastBound = TimeSpan.FromSeconds(30);

    private readonly Func<double> _random = random ?? SharedRandom.Next;

    public int MaximumTries => maximumRetries + 1;

    /// <summary>Gives the wait before the next try, or null where there is to be none.</summary>
    /// <param name="tries">How many tries there were.</param>
    /// <param name="waited">How long has been waited for all of them.</param>
    /// <param name="retryAfter">What the service asks for.</param>
    public TimeSpan? NextWait(int tries, TimeSpan waited, TimeSpan? retryAfter)
    {
        if (tries >= MaximumTries)
        {
            return null;
        }

        // A wait of nothing, as a date in the past also asks for, would spend all tries at once.
        TimeSpan next = retryAfter > TimeSpan.Zero ? retryAfter.Value : Jitter(tries);
        return next <= MaximumTotalWait - waited ? next : null;
    }

    /// <summary>Gives the failure of the last try, which says so where the service asks for a longer wait than there is to be.</summary>
    public Failure Last(Failure failure, int tries, TimeSpan? retryAfter) => retryAfter is { } wait && tries < MaximumTries
        ? failure with { Detail = $"{failure.Detail} {Strings.RetryWaitTooLong.With(wait.TotalSeconds, MaximumTotalWait.TotalMinutes)}" }
        : failure;

    private TimeSpan Jitter(int tries)
    {
        double bound = Math.Min(FirstBound.TotalSeconds * Math.Pow(2, tries - 1), LastBound.TotalSeconds);
        return TimeSpan.FromSeconds(bound * _random());
    }

    private static class SharedRandom
    {
        private static readonly Random Generator = new();

        public static double Next()
        {
            lock (Generator)
            {
                return Generator.NextDouble();
            }
        }
    }
}
