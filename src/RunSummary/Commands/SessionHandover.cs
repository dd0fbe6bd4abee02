using System;

namespace RunSummary.Commands;

/// <summary>
/// Passes a session from the work that made it to the command. Where the command is gone already, or goes without it, the session is closed.
/// </summary>
internal sealed class SessionHandover : IDisposable
{
    private readonly object _gate = new();
    private RunSummarySession? _session;
    private bool _isOver;

    /// <summary>Leaves the session for the command. Can be called on any thread.</summary>
    public void Give(RunSummarySession session)
    {
        lock (_gate)
        {
            _session = session;
            CloseWhenOver();
        }
    }

    /// <summary>Takes the session that was left, and the care for it.</summary>
    public RunSummarySession Take()
    {
        lock (_gate)
        {
            RunSummarySession session = _session!;
            _session = null;
            return session;
        }
    }

    /// <summary>Says that the command won't take a session any more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            CloseWhenOver();
        }
    }

    private void CloseWhenOver()
    {
        if (_isOver)
        {
            _session?.Close();
            _session = null;
        }
    }
}
