using System;
using System.Management.Automation;
using RunSummary.Binding;
using RunSummary.Engine;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Commands;

/// <summary>
/// <c>Update-DeviceScriptRunSummary</c>: writes the counts of scripts' run summaries and gives the summaries as the service returned them.
/// Only counts that are supplied are written; a blank is not a zero.
/// </summary>
[Cmdlet(
    VerbsData.Update,
    "DeviceScriptRunSummary",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(DeviceScriptRunSummary))]
[GraphPermission(GraphPermissions.ReadWrite)]
public sealed class UpdateDeviceScriptRunSummaryCommand : ScriptInputCommand
{
    private readonly WritePrompt _prompt = new();
    private bool _isKeyTaken;

    /// <summary>The number of devices on which the script failed: a whole number from 0 to 2147483647. Wins over the object's own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? ErrorDeviceCount { get; set; }

    /// <summary>The number of users for whom the script failed: a whole number from 0 to 2147483647. Wins over the object's own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? ErrorUserCount { get; set; }

    /// <summary>The number of devices on which the script succeeded: a whole number from 0 to 2147483647. Wins over the object's own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? SuccessDeviceCount { get; set; }

    /// <summary>The number of users for whom the script succeeded: a whole number from 0 to 2147483647. Wins over the object's own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? SuccessUserCount { get; set; }

    /// <summary>
    /// The key of the one summary to write, to be sent as <c>id</c>. Without it, no id is sent. A second script ends the command with
    /// the error ParameterConflict.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RunSummaryId { get; set; }

    /// <summary>
    /// A file to keep a journal in, in JSON Lines: before a count is written, what it was. Restore-DeviceScriptRunSummary undoes what it says.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Continues the journal's last run: what it wrote already isn't written again, and comes out of the journal.</summary>
    [Parameter]
    public SwitchParameter Resume { get; set; }

    /// <summary>Reads first, and leaves unwritten what the service holds already. Reads are ten times cheaper than writes.</summary>
    [Parameter]
    public SwitchParameter SkipUnchanged { get; set; }

    private protected override RunOptions Options => base.Options with
    {
        Resume = Resume,
        SkipUnchanged = SkipUnchanged,
    };

    private protected override string? RunJournal => JournalPath;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Resume && JournalPath is null)
        {
            Report(
                new Failure(ErrorId.ParameterConflict, Strings.ParameterConflict_Resume),
                new ErrorSubject(MyInvocation.MyCommand.Name, Resume, ErrorScope.Command));
        }

        if (RunSummaryId is not null && (ScriptId.Length > 1 || InputObject?.Length > 1))
        {
            Report(
                new Failure(ErrorId.ParameterConflict, Strings.ParameterConflict_RunSummaryId),
                new ErrorSubject(MyInvocation.MyCommand.Name, RunSummaryId, ErrorScope.Command));
        }

        base.BeginProcessing();
    }

    private protected override RunRequest? ToRequest(ScriptReference script, InputProperties input, ErrorSubject subject)
    {
        RunSummaryCounts counts = CountBinder.Bind(Parameter, input);
        if (counts.IsEmpty)
        {
            throw new FailureException(ErrorId.NoCountsSupplied, "");
        }

        RequireOneSummary();
        return _prompt.Ask(this, subject, Strings.UpdateAction + " " + counts)
            ? new RunRequest(new RunSummaryUpdate(script, counts, RunSummaryId), subject) { Script = script }
            : null;
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _prompt.ShowTotal(this, Engine, isAtMost: Resume || SkipUnchanged);
    }

    /// <summary>Sends one summary's key for no other: what is piped can't be counted before it comes.</summary>
    private void RequireOneSummary()
    {
        if (RunSummaryId is not null && _isKeyTaken)
        {
            throw new FailureException(ErrorId.ParameterConflict, Strings.ParameterConflict_RunSummaryId);
        }

        _isKeyTaken = true;
    }

    private object? Parameter(string count) => count switch
    {
        nameof(ErrorDeviceCount) => ErrorDeviceCount,
        nameof(ErrorUserCount) => ErrorUserCount,
        nameof(SuccessDeviceCount) => SuccessDeviceCount,
        nameof(SuccessUserCount) => SuccessUserCount,
        _ => throw new ArgumentOutOfRangeException(nameof(count), count, message: null),
    };
}
