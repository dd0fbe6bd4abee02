using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Binding;
using RunSummary.Errors;

namespace RunSummary.Commands;

/// <summary>The base of all commands: runs the engine's work off the pipeline thread and reports failures.</summary>
public abstract class RunSummaryCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Cancelled when the command is stopped.</summary>
    private protected CancellationToken StopToken => _stop.Token;

    /// <summary>Whether verbose messages are shown: by -Verbose, else by the caller's preference.</summary>
    internal bool IsVerbose => MyInvocation.BoundParameters.TryGetValue("Verbose", out object? verbose)
        ? (SwitchParameter)verbose
        : !ActionPreference.SilentlyContinue.Equals(GetVariableValue("VerbosePreference"));

    private protected RunSummaryCommand()
    {
    }

    /// <summary>Cancels the work at once: Ctrl+C, or a command downstream that has enough.</summary>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Ends whatever still runs and frees what the command holds.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends whatever still runs.</summary>
    /// <param name="disposing">Always true: there is nothing to finalize.</param>
    protected virtual void Dispose(bool disposing)
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    /// <summary>
    /// Runs work on another thread while this one writes what comes of it. A throw out of a write, as
    /// <c>Select-Object -First</c> causes it, cancels the work.
    /// </summary>
    private protected void Run(ErrorSubject subject, Func<PipelineQueue, CancellationToken, Task> work)
    {
        using CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        try
        {
            PipelineQueue queue = new(IsVerbose, cancel.Token);
            queue.Start(work);
            Stoppable(() => queue.Drain(this));
        }
        catch (FailureException exception)
        {
            Report(exception.Failure, subject);
        }
        finally
        {
            cancel.Cancel();
        }
    }

    /// <summary>Does what may wait, and ends as PowerShell wants it when the command is stopped meanwhile.</summary>
    private protected void Stoppable(Action action)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Writes the failure as this object's outcome, or ends the command where it can't go on.</summary>
    internal void Report(Failure failure, ErrorSubject subject)
    {
        ErrorRecord record = ToRecord(failure, subject);
        if (Ends(ErrorTable.Rows[failure.Id].Termination, subject.Scope))
        {
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    /// <summary>Whether the caller named objects at all, by pipeline or by -InputObject, be it nothing that came of it.</summary>
    private protected bool NamesInput => MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey("InputObject");

    /// <summary>Gives the objects of -InputObject one by one; what came as nothing is a null, since each has an outcome.</summary>
    private protected IEnumerable<PSObject?> Inputs(PSObject?[]? inputs)
    {
        // An empty array that was piped is an object like any other.
        bool isNothing = inputs is null ? NamesInput : inputs.Length == 0 && MyInvocation.ExpectingInput;
        return isNothing ? [null] : inputs ?? [];
    }

    /// <summary>Gives the full path of a file, as the prompt's own location has it. A path that can't be one ends the command.</summary>
    private protected string FullPath(string path, ErrorId id, ErrorSubject subject)
    {
        (string? full, string? problem) = FileSystemPath.Resolve(SessionState.Path, path);
        if (full is null)
        {
            Report(new Failure(id, problem!), subject);
        }

        return full!;
    }

    private protected ErrorRecord ToRecord(Failure failure, ErrorSubject subject) =>
        ErrorFactory.Create(failure, subject, GetType().GetCustomAttribute<GraphPermissionAttribute>()?.Name ?? "");

    private static bool Ends(Termination termination, ErrorScope scope) =>
        termination == Termination.Always
        || scope == ErrorScope.Command
        || (termination == Termination.WithoutObject && scope != ErrorScope.InputObject);
}
