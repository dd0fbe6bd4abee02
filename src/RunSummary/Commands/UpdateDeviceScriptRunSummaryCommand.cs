using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
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
[GraphPermission(GraphPermissionAttribute.ReadWrite)]
public sealed class UpdateDeviceScriptRunSummaryCommand : ScriptInputCommand
{
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

    /// <summary>The summary's own key, to be sent as <c>id</c>. Without it, no id is sent.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RunSummaryId { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (RunSummaryId is not null && ScriptId.Length > 1)
        {
            Report(
                new Failure(ErrorId.ParameterConflict, Strings.ParameterConflict_RunSummaryId),
                new ErrorSubject(MyInvocation.MyCommand.Name, RunSummaryId, ErrorScope.Command));
        }

        base.BeginProcessing();
    }

    private protected override void Process(ScriptReference script, InputProperties input, ErrorSubject subject)
    {
        RunSummaryCounts counts = CountBinder.Bind(Parameter, input);
        IReadOnlyList<KeyValuePair<string, int>> supplied = counts.Supplied();
        if (supplied.Count == 0)
        {
            throw new FailureException(ErrorId.NoCountsSupplied, "");
        }

        string action = string.Join(", ", supplied.Select(count => $"{count.Key} = {count.Value.ToString(CultureInfo.InvariantCulture)}"));
        if (ShouldProcess(script.ToString(), Strings.UpdateAction + " " + action))
        {
            RunSummaryUpdate update = new(script, counts, RunSummaryId);
            Run(subject, async (queue, cancel) =>
                await queue.WriteAsync(await Engine.UpdateRunSummaryAsync(update, queue, cancel).ConfigureAwait(false)).ConfigureAwait(false));
        }
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
