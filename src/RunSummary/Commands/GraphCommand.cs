using System.Management.Automation;
using RunSummary.Binding;
using RunSummary.Engine;
using RunSummary.Errors;

namespace RunSummary.Commands;

/// <summary>The base of the commands that call Microsoft Graph over a session.</summary>
public abstract class GraphCommand : RunSummaryCommand
{
    private SessionLease? _lease;

    private protected GraphCommand()
    {
    }

    /// <summary>The session to use, from <c>Connect-RunSummary -PassThru</c>. Without it, the process's default session is used.</summary>
    [Parameter]
    [ValidateNotNull]
    [SessionTransformation]
    public RunSummarySession? Session { get; set; }

    /// <summary>The session that the command started with; it keeps it until its end.</summary>
    private protected IEngineSession Engine => _lease!.Engine;

    /// <summary>Takes hold of the session.</summary>
    protected override void BeginProcessing()
    {
        try
        {
            _lease = DefaultSession.Acquire(Session);
        }
        catch (FailureException exception)
        {
            Report(exception.Failure, new ErrorSubject(MyInvocation.MyCommand.Name, Session, ErrorScope.Command));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _lease?.Dispose();
    }
}
