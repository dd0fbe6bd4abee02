using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace RunSummary.Engine.Bulk;

/// <summary>
/// The requests of a run that aren't finished. Gives groups to send, in order; a script is never in two groups at once, since the
/// order inside and between batches isn't promised: its later requests stand in line behind the first.
/// </summary>
/// <param name="linger">How long a request waits for others to fill its batch.</param>
internal sealed class BulkQueue(TimeSpan linger)
{
    private static readonly IComparer<BulkItem> ByIndex = Comparer<BulkItem>.Create((one, other) => one.Index.CompareTo(other.Index));

    private static readonly IComparer<BulkItem> ByTime = Comparer<BulkItem>.Create((one, other) =>
        one.ReadyAt != other.ReadyAt ? one.ReadyAt.CompareTo(other.ReadyAt) : one.Index.CompareTo(other.Index));

    private readonly object _gate = new();
    private readonly SortedSet<BulkItem> _ready = new(ByIndex);
    private readonly SortedSet<BulkItem> _delayed = new(ByTime);
    private readonly Dictionary<Guid, Queue<BulkItem>?> _lines = [];
    private TaskCompletionSource<bool> _changed = NewSignal();
    private int _unfinished;
    private bool _isComplete;

    /// <summary>Ends with the next change that can bring something due, or the end.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate)
            {
                return _changed.Task;
            }
        }
    }

    public bool IsDone
    {
        get
        {
            lock (_gate)
            {
                return _isComplete && _unfinished == 0;
            }
        }
    }

    public void Add(BulkItem item)
    {
        lock (_gate)
        {
            _unfinished++;
            if (_lines.TryGetValue(item.Key, out Queue<BulkItem>? line))
            {
                _lines[item.Key] = line ??= new Queue<BulkItem>();
                line.Enqueue(item);
                return;
            }

            _lines.Add(item.Key, null);
            _ready.Add(item);

            // Those in between bring nothing that is due sooner.
            if (_ready.Count is 1 or BatchJson.MaximumItems)
            {
                Signal();
            }
        }
    }

    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            Signal();
        }
    }

    /// <summary>Puts a request back that was taken, to be sent after a time.</summary>
    public void PutBack(BulkItem item, TimeSpan readyAt)
    {
        lock (_gate)
        {
            item.ReadyAt = readyAt;
            _delayed.Add(item);
            Signal();
        }
    }

    /// <summary>Forgets requests, and lets the next ones of their scripts come forward.</summary>
    public void Finish(IEnumerable<BulkItem> items)
    {
        lock (_gate)
        {
            bool isChanged = false;
            foreach (BulkItem item in items)
            {
                _unfinished--;
                isChanged |= Finish(item);
            }

            if (isChanged || (_isComplete && _unfinished == 0))
            {
                Signal();
            }
        }
    }

    /// <summary>Takes the next requests to send together: those that may go in a batch, or one that must go alone.</summary>
    public IReadOnlyList<BulkItem> Take(int maximum)
    {
        lock (_gate)
        {
            BulkItem[] group = _ready.Min is { IsAlone: true } alone
                ? [alone]
                : [.. _ready.Where(item => !item.IsAlone).Take(maximum)];
            _ready.ExceptWith(group);
            return group;
        }
    }

    /// <summary>How long until a group is due; null where only a change can bring one.</summary>
    public TimeSpan? UntilDue(TimeSpan now)
    {
        lock (_gate)
        {
            while (_delayed.Min is { } item && item.ReadyAt <= now)
            {
                _delayed.Remove(item);
                _ready.Add(item);
            }

            TimeSpan? untilDelayed = _delayed.Min?.ReadyAt - now;
            if (_ready.Min is not { } first)
            {
                return untilDelayed;
            }

            bool isDue = _isComplete || _ready.Count >= BatchJson.MaximumItems || now - first.AddedAt >= linger;
            TimeSpan untilLingered = isDue ? TimeSpan.Zero : first.AddedAt + linger - now;
            return untilDelayed < untilLingered ? untilDelayed : untilLingered;
        }
    }

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Says whether that brought another request forward.</summary>
    private bool Finish(BulkItem item)
    {
        if (_lines[item.Key] is { Count: > 0 } line)
        {
            return _ready.Add(line.Dequeue());
        }

        _lines.Remove(item.Key);
        return false;
    }

    // What waits runs on a thread of its own, never under the lock.
    private void Signal()
    {
        _changed.TrySetResult(true);
        _changed = NewSignal();
    }
}
