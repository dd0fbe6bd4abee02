using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Engine.Graph;

/// <summary>
/// Keeps requests within a limit in any window of time. A request counts from when it is sent until a window after its answer came,
/// since nobody but the service knows when in between it counted it.
/// </summary>
/// <remarks>
/// A 429 pauses all. Where one comes again after the pause, somebody else uses up the limit: then it is lowered by a step;
/// each window without one raises it again.
/// </remarks>
internal sealed class Pacer
{
    private readonly object _gate = new();
    private readonly Queue<(TimeSpan FreeAt, int Count)> _answered = new();
    private readonly int _limit;
    private readonly TimeSpan _window;
    private readonly IClock _clock;
    private readonly int _step;
    private TaskCompletionSource<bool> _changed = NewSignal();
    private TimeSpan? _pausedUntil;
    private TimeSpan _cleanSince;
    private int _current;
    private int _held;

    public Pacer(int limit, TimeSpan window, IClock clock)
    {
        _limit = limit;
        _window = window;
        _clock = clock;
        _step = Math.Max(1, limit / 10);
        _current = limit;
    }

    /// <summary>The limit now in force.</summary>
    public int Limit
    {
        get
        {
            lock (_gate)
            {
                return _current;
            }
        }
    }

    /// <summary>The least time that a number of requests takes.</summary>
    public TimeSpan TimeFor(int count) => TimeSpan.FromTicks(_window.Ticks * (Math.Max(count - 1, 0) / Limit));

    /// <summary>Waits until at least one request may be sent, and takes leave for as many as may, up to those wanted.</summary>
    public async Task<Permit> AcquireAsync(int wanted, IEngineEvents events, CancellationToken cancellationToken)
    {
        for (bool isFirst = true; ; isFirst = false)
        {
            Task changed;
            TimeSpan? wait;
            lock (_gate)
            {
                if (TryTake(wanted) is { } permit)
                {
                    return permit;
                }

                changed = _changed.Task;
                wait = UntilNextChange();
            }

            if (isFirst && wait is { } time)
            {
                events.Waiting(time);
            }

            await WaitAsync(changed, wait, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lets nothing be sent for a time.</summary>
    public void Pause(TimeSpan time)
    {
        lock (_gate)
        {
            TimeSpan until = _clock.Now + time;
            _pausedUntil = _pausedUntil > until ? _pausedUntil : until;
        }
    }

    private void Throttled(TimeSpan takenAt, TimeSpan wait)
    {
        lock (_gate)
        {
            bool isAfterPause = _pausedUntil is { } ended && takenAt >= ended && takenAt - ended <= _window;
            if (isAfterPause)
            {
                _current = Math.Max(1, _current - _step);
            }

            Pause(wait);
            _cleanSince = _pausedUntil!.Value;
        }
    }

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Permit? TryTake(int wanted)
    {
        TimeSpan now = _clock.Now;
        while (_answered.Count > 0 && _answered.Peek().FreeAt <= now)
        {
            _held -= _answered.Dequeue().Count;
        }

        while (_current < _limit && now - _cleanSince >= _window)
        {
            _current = Math.Min(_limit, _current + _step);
            _cleanSince += _window;
        }

        int count = Math.Min(wanted, _current - _held);
        if (count < 1 || now < _pausedUntil)
        {
            return null;
        }

        _held += count;
        return new Permit(this, count, now);
    }

    /// <summary>How long until time alone changes something; null where only an answer can.</summary>
    private TimeSpan? UntilNextChange()
    {
        TimeSpan now = _clock.Now;
        if (_pausedUntil > now)
        {
            return _pausedUntil - now;
        }

        TimeSpan? untilFree = _answered.Count > 0 ? Until(_answered.Peek().FreeAt, now) : null;
        TimeSpan? untilRaised = _current < _limit ? Until(_cleanSince + _window, now) : null;
        return untilFree is null || untilRaised < untilFree ? untilRaised : untilFree;
    }

    // It may have come since there was nothing to take.
    private static TimeSpan Until(TimeSpan time, TimeSpan now) => time > now ? time - now : TimeSpan.Zero;

    private async Task WaitAsync(Task changed, TimeSpan? wait, CancellationToken cancellationToken)
    {
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task delay = _clock.DelayAsync(wait ?? Timeout.InfiniteTimeSpan, enough.Token);
        await Task.WhenAny(changed, delay).ConfigureAwait(false);
        enough.Cancel();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void Settle(int count)
    {
        lock (_gate)
        {
            _answered.Enqueue((_clock.Now + _window, count));
            _changed.TrySetResult(true);
            _changed = NewSignal();
        }
    }

    /// <summary>Leave to send some requests. Disposing it says that their answers came, or that none will.</summary>
    internal sealed class Permit(Pacer pacer, int count, TimeSpan takenAt) : IDisposable
    {
        public int Count { get; } = count;

        /// <summary>Says that a request was refused with a 429, and how long the service asks to wait.</summary>
        public void Throttled(TimeSpan wait) => pacer.Throttled(takenAt, wait);

        public void Dispose() => pacer.Settle(Count);
    }
}
