using System.Management.Automation;
using RunSummary.Binding;
using RunSummary.Engine;
using RunSummary.Errors;

namespace RunSummary.Commands;

/// <summary><c>Get-RunSummaryContext</c>: shows what a session is connected to and as whom. Gives nothing where there is no session.</summary>
[Cmdlet(VerbsCommon.Get, "RunSummaryContext")]
[OutputType(typeof(RunSummaryContext))]
public sealed class GetRunSummaryContextCommand : RunSummaryCommand
{
    /// <summary>The session to show, from <c>Connect-RunSummary -PassThru</c>. Without it, the process's default session is shown.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    [SessionTransformation]
    public RunSummarySession? Session { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if ((Session ?? DefaultSession.Current) is not { } session)
        {
            return;
        }

        try
        {
            using SessionLease lease = session.Acquire();
            WriteObject(lease.Engine.GetContext());
        }
        catch (FailureException exception)
        {
            Report(exception.Failure, new ErrorSubject(MyInvocation.MyCommand.Name, session, ErrorScope.Command));
        }
    }
}
