using System.Management.Automation;
using RunSummary.Binding;
using RunSummary.Engine;
using RunSummary.Errors;

namespace RunSummary.Commands;

/// <summary><c>Get-DeviceScriptRunSummary</c>: reads the run summaries of scripts, piped or named by family and id.</summary>
[Cmdlet(VerbsCommon.Get, "DeviceScriptRunSummary", DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(DeviceScriptRunSummary))]
[GraphPermission(GraphPermissions.Read)]
public sealed class GetDeviceScriptRunSummaryCommand : ScriptInputCommand
{
    private protected override RunRequest ToRequest(ScriptReference script, InputProperties input, ErrorSubject subject) =>
        new(Update: null, subject) { Script = script };
}
