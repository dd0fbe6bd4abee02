using System;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Engine;

/// <summary>Nobody listens, and no pipeline thread is to be had.</summary>
internal sealed class NoEvents : IEngineEvents
{
    public static NoEvents Instance { get; } = new();

    public void Verbose(string message)
    {
    }

    public void Warning(string message)
    {
    }

    public void Waiting(TimeSpan time)
    {
    }

    public void StatesCounted(int count)
    {
    }

    public Task<T> RunOnPipelineAsync<T>(Func<T> code, CancellationToken cancellationToken) =>
        Task.FromException<T>(new OperationCanceledException(cancellationToken));
}
