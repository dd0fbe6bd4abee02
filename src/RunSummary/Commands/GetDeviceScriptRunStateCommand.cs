using System;
using System.Linq;
using System.Management.Automation;
using RunSummary.Binding;
using RunSummary.Completion;
using RunSummary.Engine;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Commands;

/// <summary><c>Get-DeviceScriptRunState</c>: lists what became of scripts on devices or for users, page by page.</summary>
[Cmdlet(VerbsCommon.Get, "DeviceScriptRunState", DefaultParameterSetName = InputObjectSet)]
[OutputType(typeof(DeviceScriptDeviceState), typeof(DeviceScriptUserState))]
[GraphPermission(GraphPermissions.Read)]
public sealed class GetDeviceScriptRunStateCommand : ScriptInputCommand
{
    /// <summary>Whose states: those of devices, or those of users.</summary>
    [Parameter]
    public RunStateKind Kind { get; set; }

    /// <summary>
    /// The run states of devices to list, such as <c>fail</c> and <c>scriptError</c>; case doesn't matter. Without it, all are listed.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RunStateCompleter))]
    public string[] RunState { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Kind == RunStateKind.User && RunState.Length > 0)
        {
            Report(
                new Failure(ErrorId.ParameterConflict, Strings.ParameterConflict_RunState),
                new ErrorSubject(MyInvocation.MyCommand.Name, RunState, ErrorScope.Command));
        }

        foreach (string state in RunState.Except(KnownRunStates.All, StringComparer.OrdinalIgnoreCase))
        {
            WriteWarning(Strings.RunStateUnknown.With(PlainText.Shown(state)));
        }
    }

    private protected override RunRequest ToRequest(ScriptReference script, InputProperties input, ErrorSubject subject) =>
        new(Update: null, subject) { Script = script };

    private protected override ICommandRun StartRun() =>
        new StateRun(this, (script, take, events, cancel) => Engine.ListRunStatesAsync(new StateRequest(script, Kind, RunState), take, events, cancel), StopToken);
}
