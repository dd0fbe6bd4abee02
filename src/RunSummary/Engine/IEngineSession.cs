using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Engine;

/// <summary>A signed-in session. All members can be used from several threads at once.</summary>
internal interface IEngineSession : IDisposable
{
    RunSummaryContext GetContext();

    /// <summary>Forgets the user's accounts, wherever their tokens are kept. The token at hand stays good for what is under way.</summary>
    Task SignOutAsync(CancellationToken cancellationToken);

    /// <summary>How many writes the session may send in 20 seconds.</summary>
    int WriteLimit { get; }

    /// <summary>The least time that a number of writes takes within the session's limit.</summary>
    TimeSpan TimeToWrite(int count);

    /// <summary>Gives the scripts of a family one by one, page after page; the next page is read once the last is taken.</summary>
    Task ListScriptsAsync(DeviceScriptType type, Func<DeviceScript, Task> take, IEngineEvents events, CancellationToken cancellationToken);

    /// <summary>Reads one script, its content included.</summary>
    Task<DeviceScript> GetScriptAsync(ScriptReference script, IEngineEvents events, CancellationToken cancellationToken);

    /// <summary>Reads what a run of a journal can be undone to.</summary>
    /// <param name="path">The journal's full path.</param>
    /// <param name="runId">The run; null for the last.</param>
    /// <param name="events">Hears of lines that are passed over.</param>
    IReadOnlyList<RestorePoint> ReadRestorePoints(string path, Guid? runId, IEngineEvents events);

    /// <summary>Starts a run and works on it until it is completed and all its outcomes are taken.</summary>
    /// <param name="options">How it works.</param>
    /// <param name="take">Takes the outcomes; must return at once.</param>
    /// <param name="events">Hears of what goes on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The run, to add requests to, and the work.</returns>
    (IRunSummaryRun Run, Task Work) StartRun(
        RunOptions options, Action<RunOutcome> take, IEngineEvents events, CancellationToken cancellationToken);

    /// <summary>Gives the run states of a script page by page; the next page is read once the last is taken.</summary>
    /// <param name="request">Which states.</param>
    /// <param name="take">Takes the <see cref="DeviceScriptDeviceState"/> or <see cref="DeviceScriptUserState"/> objects of a page.</param>
    /// <param name="events">Hears of what goes on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task ListRunStatesAsync(
        StateRequest request, Func<IReadOnlyList<object>, Task> take, IEngineEvents events, CancellationToken cancellationToken);

    /// <summary>Starts a run that takes summaries from run states, and works on it until it is completed and all its outcomes are taken.</summary>
    /// <param name="options">How it works.</param>
    /// <param name="take">Takes the outcomes, <see cref="MeasuredRunSummary"/> objects where nothing failed; must return at once.</param>
    /// <param name="events">Hears of what goes on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The run, to add requests to, and the work.</returns>
    (IRunSummaryRun Run, Task Work) StartMeasuring(
        MeasureOptions options, Action<RunOutcome> take, IEngineEvents events, CancellationToken cancellationToken);
}
