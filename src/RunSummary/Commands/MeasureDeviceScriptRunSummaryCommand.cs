using System.Management.Automation;
using RunSummary.Engine;

namespace RunSummary.Commands;

/// <summary><c>Measure-DeviceScriptRunSummary</c>: counts the run states of scripts, piped or named by family and id.</summary>
/// <remarks>
/// A device with <c>success</c> is a success, one with <c>fail</c> or <c>scriptError</c> an error. A user with an errorDeviceCount above 0 is
/// an error, one with a successDeviceCount above 0 and no error a success.
/// </remarks>
[Cmdlet(VerbsDiagnostic.Measure, "DeviceScriptRunSummary", DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(MeasuredRunSummary))]
[GraphPermission(GraphPermissions.Read)]
public sealed class MeasureDeviceScriptRunSummaryCommand : MeasureCommand
{
    private protected override bool Compares => false;
}
