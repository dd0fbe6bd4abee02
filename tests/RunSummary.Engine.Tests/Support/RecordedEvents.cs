using System;
using System.Collections.Concurrent;

namespace RunSummary.Engine.Tests.Support;

/// <summary>Keeps what the engine tells.</summary>
internal sealed class RecordedEvents : IEngineEvents
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ConcurrentQueue<string> Warnings { get; } = new();

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public void Verbose(string message) => Lines.Enqueue(message);

    public void Warning(string message) => Warnings.Enqueue(message);

    public void Waiting(TimeSpan time) => Waits.Enqueue(time);
}
