using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine;
using RunSummary.Errors;

namespace RunSummary.Commands;

/// <summary>The base of the commands that send many requests: in batches, several at once, outcomes in the order of the input.</summary>
public abstract class RunCommand : GraphCommand
{
    private ICommandRun? _run;

    private protected RunCommand()
    {
    }

    /// <summary>
    /// How many HTTP requests may be under way at once: 1 to 16. The service's limits, not this, bound the speed of long runs.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 16)]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>How the run works.</summary>
    private protected virtual RunOptions Options => new(ThrottleLimit) { JournalPath = RunJournal is null ? null : JournalFullPath(RunJournal) };

    /// <summary>The file to keep a journal in, as it was given; null for none.</summary>
    private protected virtual string? RunJournal => null;

    /// <summary>Waits for what is still under way.</summary>
    protected override void EndProcessing()
    {
        if (_run is not null)
        {
            WithRun(run => run.Finish());
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _run?.Dispose();
    }

    /// <summary>Starts the engine's part of the run.</summary>
    internal virtual (IRunSummaryRun Run, Task Work) StartEngineRun(Action<RunOutcome> take, IEngineEvents events, CancellationToken cancellationToken) =>
        Engine.StartRun(Options, take, events, cancellationToken);

    /// <summary>Whether an outcome that isn't a failure is written.</summary>
    internal virtual bool IsWanted(DeviceScriptRunSummary summary) => true;

    private protected virtual ICommandRun StartRun() => new SummaryRun(this, Engine.TimeToWrite, StopToken);

    private protected void Add(RunRequest request) => WithRun(run => run.Add(request));

    private protected void AddFailed(Failure failure, ErrorSubject subject) => WithRun(run => run.AddFailed(failure, subject));

    /// <summary>Gives the full path of a journal.</summary>
    private protected string JournalFullPath(string path) =>
        FullPath(path, ErrorId.PathNotWritable, new ErrorSubject(MyInvocation.MyCommand.Name, path, ErrorScope.Command));

    /// <summary>Uses the run, which begins with the first object. What ends it ends the command.</summary>
    private void WithRun(Action<ICommandRun> use)
    {
        try
        {
            Stoppable(() => use(_run ??= StartRun()));
        }
        catch (FailureException exception)
        {
            Report(exception.Failure, SubjectOf(exception.Failure));
        }
    }

    private ErrorSubject SubjectOf(Failure failure) =>
        failure.Id is ErrorId.PathNotWritable or ErrorId.JournalInvalid or ErrorId.JournalTenantMismatch && RunJournal is { } path
            ? new ErrorSubject($"'{JournalFullPath(path)}'", path, ErrorScope.Command)
            : new ErrorSubject(MyInvocation.MyCommand.Name, null, ErrorScope.Command);
}
