using System;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Engine;

/// <summary>What the engine tells the command that it works for, and asks of it. Can be called on any thread.</summary>
internal interface IEngineEvents
{
    void Verbose(string message);

    void Warning(string message);

    /// <summary>Says that nothing can be sent for a time: the service's limit is reached, or it asked to wait.</summary>
    void Waiting(TimeSpan time);

    /// <summary>Says that so many more run states were counted.</summary>
    void StatesCounted(int count);

    /// <summary>
    /// Runs code of the user's on the command's pipeline thread, as soon as that waits for the engine. It may be long until then:
    /// nothing that another command needs may be held meanwhile.
    /// </summary>
    /// <param name="code">The code. What it throws, the task throws.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<T> RunOnPipelineAsync<T>(Func<T> code, CancellationToken cancellationToken);
}
