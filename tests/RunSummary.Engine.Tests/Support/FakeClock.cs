using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Graph;

namespace RunSummary.Engine.Tests.Support;

/// <summary>
/// A clock that goes on only by waiting for it, and then at once; where something was arranged to happen before, it goes on to that,
/// and the wait goes on. It writes down the waits.
/// </summary>
internal sealed class FakeClock : IClock
{
    /// <summary>So long a wait never ends.</summary>
    public static readonly TimeSpan Never = TimeSpan.FromDays(365);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<Action, TimeSpan> _arranged = new();
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

    /// <summary>Has something happen when the clock gets to a time.</summary>
    public void Arrange(TimeSpan at, Action happens)
    {
        lock (_gate)
        {
            _arranged.Enqueue(happens, at);
        }
    }

    public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        bool ends = time != Timeout.InfiniteTimeSpan && time < Never / 2;
        if (TakeArranged(ends ? time : null) is { } happens)
        {
            happens();
            return Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return ends ? End(time) : Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }

    public void Advance(TimeSpan time)
    {
        lock (_gate)
        {
            _now += time;
        }
    }

    /// <summary>Lets a time go by, with what was arranged for it.</summary>
    public void Pass(TimeSpan time)
    {
        TimeSpan end = Now + time;
        while (TakeArranged(end - Now) is { } happens)
        {
            happens();
        }

        Advance(end - Now);
    }

    private Action? TakeArranged(TimeSpan? within)
    {
        lock (_gate)
        {
            if (!_arranged.TryPeek(out _, out TimeSpan at) || at > _now + within)
            {
                return null;
            }

            _now = at > _now ? at : _now;
            return _arranged.Dequeue();
        }
    }

    private Task End(TimeSpan time)
    {
        lock (_gate)
        {
            _now += time;
            Waits.Add(time);
        }

        return Task.CompletedTask;
    }
}
