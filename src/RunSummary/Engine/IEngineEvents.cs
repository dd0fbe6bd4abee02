namespace RunSummary.Engine;

/// <summary>What the engine tells while it works. Can be called on any thread.</summary>
internal interface IEngineEvents
{
    void Verbose(string message);
}
