using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

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

    public ConcurrentQueue<int> Counted { get; } = new();

    public void StatesCounted(int count) => Counted.Enqueue(count);

    /// <summary>There is no pipeline here: any thread stands for its.</summary>
    public Task<T> RunOnPipelineAsync<T>(Func<T> code, CancellationToken cancellationToken) => Task.Run(code, cancellationToken);
}
