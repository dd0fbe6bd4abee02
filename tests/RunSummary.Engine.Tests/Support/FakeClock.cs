using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Graph;

namespace RunSummary.Engine.Tests.Support;

/// <summary>A clock that goes on only by waiting for it, and then at once. It writes down the waits.</summary>
internal sealed class FakeClock : IClock
{
    private readonly Lock _gate = new();
    private TimeSpan _now;

    public List<TimeSpan> Waits { get; } = [];

    public TimeSpan Now
    {
        get
        {
            lock (_gate)
            {
                return _now;
            }
        }
    }

    public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        if (time == Timeout.InfiniteTimeSpan || cancellationToken.IsCancellationRequested)
        {
            return Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        Advance(time);
        Waits.Add(time);
        return Task.CompletedTask;
    }

    public void Advance(TimeSpan time)
    {
        lock (_gate)
        {
            _now += time;
        }
    }
}
