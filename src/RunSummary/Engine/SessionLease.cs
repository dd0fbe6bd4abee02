using System;
using System.Threading;

namespace RunSummary.Engine;

/// <summary>One command's hold on a session.</summary>
internal sealed class SessionLease(RunSummarySession session, IEngineSession engine) : IDisposable
{
    private RunSummarySession? _session = session;

    public IEngineSession Engine { get; } = engine;

    public void Dispose() => Interlocked.Exchange(ref _session, null)?.Release();
}
