using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace RunSummary.Sandbox.Service;

/// <summary>A sliding window over the requests of one kind. What it refuses counts too; without a limit it only counts.</summary>
public sealed class RequestLimit
{
    private const int Unlimited = int.MaxValue;

    private readonly record struct Entry(TimeSpan At, bool Accepted);

    private readonly Lock _lock = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Queue<Entry> _entries = new();
    private int _acceptedInWindow;
    private volatile int _limit;
    private volatile int _usedByOthers;
    private volatile int _accepted;
    private volatile int _refused;
    private volatile int _mostInAnyWindow;

    internal RequestLimit(int? limit) => Limit = limit;

    /// <summary>How many requests a window takes; null for no limit.</summary>
    public int? Limit
    {
        get => _limit == Unlimited ? null : _limit;
        set => _limit = value ?? Unlimited;
    }

    /// <summary>How much of each window another application uses up.</summary>
    public int UsedByOthers
    {
        get => _usedByOthers;
        set => _usedByOthers = value;
    }

    public int Accepted => _accepted;

    public int Refused => _refused;

    /// <summary>The largest number of accepted requests in any window.</summary>
    public int MostInAnyWindow => _mostInAnyWindow;

    /// <summary>Forgets what was counted; the limit stays.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
            _acceptedInWindow = _accepted = _refused = _mostInAnyWindow = 0;
        }
    }

    /// <summary>Null for a request that there is room for, else the time until there is room again.</summary>
    internal TimeSpan? Take(TimeSpan window)
    {
        lock (_lock)
        {
            TimeSpan now = _clock.Elapsed;
            Forget(now - window);
            int room = _limit == Unlimited ? Unlimited : Math.Max(0, _limit - _usedByOthers);
            bool accepted = _entries.Count < room;
            _entries.Enqueue(new Entry(now, accepted));
            Count(accepted);
            return accepted ? null : UntilRoom(room, now - window) ?? window;
        }
    }

    private void Forget(TimeSpan before)
    {
        while (_entries.TryPeek(out Entry oldest) && oldest.At <= before)
        {
            _acceptedInWindow -= oldest.Accepted ? 1 : 0;
            _entries.Dequeue();
        }
    }

    private void Count(bool accepted)
    {
        if (!accepted)
        {
            _refused++;
            return;
        }

        _accepted++;
        _acceptedInWindow++;
        _mostInAnyWindow = Math.Max(_mostInAnyWindow, _acceptedInWindow);
    }

    // The entry after whose end fewer than the limit are left; none while others use the limit up.
    private TimeSpan? UntilRoom(int room, TimeSpan windowStart) =>
        room == 0 ? null : _entries.ElementAt(_entries.Count - room).At - windowStart;
}
