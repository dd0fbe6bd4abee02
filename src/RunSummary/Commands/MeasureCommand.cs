using System;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Binding;
using RunSummary.Engine;
using RunSummary.Errors;

namespace RunSummary.Commands;

/// <summary>The base of the commands that take run summaries from run states.</summary>
public abstract class MeasureCommand : ScriptInputCommand
{
    private protected MeasureCommand()
    {
    }

    /// <summary>Whether the recorded summary is set beside the measured one.</summary>
    private protected abstract bool Compares { get; }

    private protected override RunRequest ToRequest(ScriptReference script, InputProperties input, ErrorSubject subject) =>
        new(Update: null, subject) { Script = script };

    internal override (IRunSummaryRun Run, Task Work) StartEngineRun(Action<RunOutcome> take, IEngineEvents events, CancellationToken cancellationToken) =>
        Engine.StartMeasuring(new MeasureOptions(ThrottleLimit, Compares), take, events, cancellationToken);
}
