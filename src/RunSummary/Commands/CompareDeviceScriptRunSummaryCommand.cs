using System.Management.Automation;
using RunSummary.Engine;

namespace RunSummary.Commands;

/// <summary><c>Compare-DeviceScriptRunSummary</c>: sets the recorded run summaries of scripts beside those that their run states come to.</summary>
[Cmdlet(VerbsData.Compare, "DeviceScriptRunSummary", DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(RunSummaryComparison))]
[GraphPermission(GraphPermissions.Read)]
public sealed class CompareDeviceScriptRunSummaryCommand : MeasureCommand
{
    /// <summary>Gives only those whose recorded counts aren't the measured ones.</summary>
    [Parameter]
    public SwitchParameter DriftOnly { get; set; }

    private protected override bool Compares => true;

    internal override bool IsWanted(DeviceScriptRunSummary summary) => !DriftOnly || summary is RunSummaryComparison { HasDrift: true };
}
