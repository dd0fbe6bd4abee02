using System.Management.Automation;
using RunSummary.Engine;

namespace RunSummary.Commands;

/// <summary><c>Measure-DeviceScriptRunSummary</c>: counts the run states of scripts, piped or named by family and id.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "DeviceScriptRunSummary", DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(MeasuredRunSummary))]
[GraphPermission(GraphPermissions.Read)]
public sealed class MeasureDeviceScriptRunSummaryCommand : MeasureCommand
{
    private protected override bool Compares => false;
}
