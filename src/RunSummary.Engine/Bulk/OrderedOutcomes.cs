using System;
using System.Collections.Generic;

namespace RunSummary.Engine.Bulk;

/// <summary>Gives outcomes out in the order of their requests. One that comes early waits; the caller bounds how many can.</summary>
internal sealed class OrderedOutcomes(Action<RunOutcome> take)
{
    private readonly object _gate = new();
    private readonly Dictionary<long, RunOutcome> _early = [];
    private long _next;

    public void Add(long index, RunOutcome outcome)
    {
        // Given out under the lock, so that no later one overtakes.
        lock (_gate)
        {
            _early.Add(index, outcome);
            while (_early.TryGetValue(_next, out RunOutcome? next))
            {
                _early.Remove(_next);
                _next++;
                take(next);
            }
        }
    }
}
