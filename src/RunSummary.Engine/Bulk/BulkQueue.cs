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
    private readonly Dictionary<Guid, Queue<BulkItem>> _lines = [];
    private TaskCompletionSource<bool> _changed = NewSignal();
    private int _unfinished;
    private bool _isComplete;

    /// <summary>Ends with the next change.</summary>
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

    public void Add(BulkItem item) => Change(() =>
    {
        _unfinished++;
        if (_lines.TryGetValue(item.Key, out Queue<BulkItem>? line))
        {
            line.Enqueue(item);
            return;
        }

        _lines.Add(item.Key, new Queue<BulkItem>());
        _ready.Add(item);
    });

    public void Complete() => Change(() => _isComplete = true);

    /// <summary>Puts a request back that was taken, to be sent after a time.</summary>
    public void PutBack(BulkItem item, TimeSpan readyAt) => Change(() =>
    {
        item.ReadyAt = readyAt;
        _delayed.Add(item);
    });

    /// <summary>Forgets a request, and lets the next one of its script come forward.</summary>
    public void Finish(BulkItem item) => Change(() =>
    {
        _unfinished--;
        Queue<BulkItem> line = _lines[item.Key];
        if (line.Count > 0)
        {
            _ready.Add(line.Dequeue());
        }
        else
        {
            _lines.Remove(item.Key);
        }
    });

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

    private void Change(Action change)
    {
        TaskCompletionSource<bool> changed;
        lock (_gate)
        {
            change();
            changed = _changed;
            _changed = NewSignal();
        }

        changed.TrySetResult(true);
    }
}
