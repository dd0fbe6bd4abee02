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
    // What counts of a context; a file of types would cost every import its time.
    private static readonly string[] Shown =
    [
        nameof(RunSummaryContext.Environment), nameof(RunSummaryContext.TenantId), nameof(RunSummaryContext.Account), nameof(RunSummaryContext.ClientId),
        nameof(RunSummaryContext.AuthType), nameof(RunSummaryContext.Scopes), nameof(RunSummaryContext.ApiVersion), nameof(RunSummaryContext.TokenExpiresOn),
    ];

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
            WriteObject(WithDefaultProperties(lease.Engine.GetContext()));
        }
        catch (FailureException exception)
        {
            Report(exception.Failure, new ErrorSubject(MyInvocation.MyCommand.Name, session, ErrorScope.Command));
        }
    }

    private static PSObject WithDefaultProperties(RunSummaryContext context)
    {
        PSObject shown = new(context);
        shown.Members.Add(new PSMemberSet("PSStandardMembers", [new PSPropertySet("DefaultDisplayPropertySet", Shown)]));
        return shown;
    }
}
