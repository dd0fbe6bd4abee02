using System.Management.Automation;
using RunSummary.Binding;
using RunSummary.Engine;
using RunSummary.Resources;

namespace RunSummary.Commands;

/// <summary><c>Disconnect-RunSummary</c>: ends a session. Commands that already use it finish; where there is none, nothing happens.</summary>
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
            DefaultSession.Close(session);
        }
        else
        {
            WriteVerbose(Strings.NothingToDisconnect);
        }
    }
}
