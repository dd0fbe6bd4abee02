using System.Management.Automation;
using RunSummary.Binding;
using RunSummary.Engine;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Commands;

/// <summary>
/// <c>Disconnect-RunSummary</c>: ends a session and forgets its user's account. Commands that already use it finish with the token that
/// they have, and get no other; where there is no session, nothing happens.
/// </summary>
[Cmdlet(VerbsCommunications.Disconnect, "RunSummary")]
[OutputType(typeof(void))]
public sealed class DisconnectRunSummaryCommand : RunSummaryCommand
{
    /// <summary>The session to end, from <c>Connect-RunSummary -PassThru</c>. Without it, the process's default session is ended.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    [SessionTransformation]
    public RunSummarySession? Session { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if ((Session ?? DefaultSession.Current) is { } session)
        {
            Run(new ErrorSubject(MyInvocation.MyCommand.Name, session, ErrorScope.Command), (_, cancel) => DefaultSession.CloseAsync(session, cancel));
        }
        else
        {
            WriteVerbose(Strings.NothingToDisconnect);
        }
    }
}
