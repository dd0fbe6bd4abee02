using System.Collections.Concurrent;

namespace RunSummary.Engine.Tests.Support;

/// <summary>Keeps what the engine tells.</summary>
internal sealed class RecordedEvents : IEngineEvents
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public void Verbose(string message) => Lines.Enqueue(message);
}
