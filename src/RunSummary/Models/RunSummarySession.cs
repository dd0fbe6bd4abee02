using RunSummary.Engine;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary;

/// <summary>
/// A connection to one tenant, made by <c>Connect-RunSummary</c>. It works in every runspace of its process and in no other process.
/// </summary>
public sealed class RunSummarySession
{
    private readonly object _gate = new();
    private readonly string _whyClosed;
    private IEngineSession? _engine;
    private int _leases;
    private bool _closed;

    internal RunSummarySession(IEngineSession engine)
    {
        _engine = engine;
        _whyClosed = Strings.SessionClosed;
    }

    private RunSummarySession(string whyClosed)
    {
        _closed = true;
        _whyClosed = whyClosed;
    }

    /// <summary>Whether commands can still use the session.</summary>
    public bool IsConnected
    {
        get
        {
            lock (_gate)
            {
                return !_closed;
            }
        }
    }

    /// <summary>What the session is connected to, read anew at each call; null once it is disconnected.</summary>
    public RunSummaryContext? Context
    {
        get
        {
            lock (_gate)
            {
                return _closed ? null : _engine?.GetContext();
            }
        }
    }

    /// <summary>Whether a caller holds the session as an object, so that replacing the default leaves it open.</summary>
    internal bool IsHandedOut { get; set; }

    /// <summary>Stands for a session whose live part stayed behind in another process.</summary>
    internal static RunSummarySession FromOtherProcess() => new(Strings.SessionFromOtherProcess);

    /// <summary>Keeps the session alive for one command, even when it is disconnected meanwhile.</summary>
    internal SessionLease Acquire() => TryAcquire() ?? throw new FailureException(ErrorId.NotConnected, _whyClosed);

    /// <summary>The same, or null where the session is disconnected.</summary>
    internal SessionLease? TryAcquire()
    {
        lock (_gate)
        {
            if (_closed || _engine is null)
            {
                return null;
            }

            _leases++;
            return new SessionLease(this, _engine);
        }
    }

    internal void Release()
    {
        lock (_gate)
        {
            _leases--;
            DisposeWhenUnused();
        }
    }

    /// <summary>Refuses the session to further commands; those under way go on.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            _closed = true;
            DisposeWhenUnused();
        }
    }

    private void DisposeWhenUnused()
    {
        if (_closed && _leases == 0)
        {
            _engine?.Dispose();
            _engine = null;
        }
    }
}
