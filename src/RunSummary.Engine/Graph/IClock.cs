using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Engine.Graph;

/// <summary>Time that only goes forward, and waiting in it. Tests have one of their own.</summary>
internal interface IClock
{
    /// <summary>The time since some fixed moment.</summary>
    TimeSpan Now { get; }

    Task DelayAsync(TimeSpan time, CancellationToken cancellationToken);
}

/// <summary>The machine's own clock.</summary>
internal sealed class SystemClock : IClock
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public static SystemClock Instance { get; } = new();

    public TimeSpan Now => _watch.Elapsed;

    public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, cancellationToken);
}
