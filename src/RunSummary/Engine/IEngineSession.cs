using System;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Engine;

/// <summary>A signed-in session. All members can be used from several threads at once.</summary>
internal interface IEngineSession : IDisposable
{
    RunSummaryContext GetContext();

    /// <summary>Gives the scripts of a family one by one, page after page; the next page is read once the last is taken.</summary>
    Task ListScriptsAsync(DeviceScriptType type, Func<DeviceScript, Task> take, IEngineEvents events, CancellationToken cancellationToken);

    /// <summary>Reads one script, its content included.</summary>
    Task<DeviceScript> GetScriptAsync(ScriptReference script, IEngineEvents events, CancellationToken cancellationToken);

    Task<DeviceScriptRunSummary> GetRunSummaryAsync(ScriptReference script, IEngineEvents events, CancellationToken cancellationToken);

    Task<DeviceScriptRunSummary> UpdateRunSummaryAsync(RunSummaryUpdate update, IEngineEvents events, CancellationToken cancellationToken);
}
