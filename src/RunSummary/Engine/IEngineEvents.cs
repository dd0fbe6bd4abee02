using System;

namespace RunSummary.Engine;

/// <summary>What the engine tells while it works. Can be called on any thread.</summary>
internal interface IEngineEvents
{
    void Verbose(string message);

    void Warning(string message);

    /// <summary>Says that nothing can be sent for a time: the service's limit is reached, or it asked to wait.</summary>
    void Waiting(TimeSpan time);
}
