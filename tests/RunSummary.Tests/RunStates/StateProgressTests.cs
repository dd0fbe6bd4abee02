using System;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.RunStates;

public sealed class StateProgressTests : RunStateCommandTest
{
    [Theory]
    [InlineData("Get-DeviceScriptRunState")]
    [InlineData("Measure-DeviceScriptRunSummary")]
    [InlineData("Compare-DeviceScriptRunSummary")]
    public void Progress_shows_the_scripts_and_the_states_that_are_read_and_ends_with_the_command(string command)
    {
        Service.RunStates.Generate(Script, devices: 5_000, users: 0);
        Service.Latency = TimeSpan.FromMilliseconds(150);
        using PowerShellSession shell = OpenShell(new HostOptions { CollectProgress = true });

        shell.Invoke($"Get-DeviceScript -ScriptType Shell | {command} -ThrottleLimit 1 > $null");

        ProgressRecord[] shown = [.. shell.Host.Progress.Where(record => record.Activity == command)];
        Assert.Equal(ProgressRecordType.Completed, shown[^1].RecordType);
        Assert.Contains(shown, record => record.CurrentOperation is { } states && states.EndsWith(" run states read", StringComparison.Ordinal));
        Assert.Contains(shown, record => record.StatusDescription.StartsWith("0 ", StringComparison.Ordinal));
        Assert.Single(shown.Select(record => record.ActivityId).Distinct());
    }

    [Theory]
    [InlineData("-RunState fial, fail, Success", "'fial' is no run state that Microsoft Graph documents. States that have this text are listed all the same.")]
    [InlineData("-RunState fail, SCRIPTERROR", null)]
    [InlineData("", null)]
    public void A_state_that_is_not_documented_may_be_a_slip_and_has_a_warning(string parameters, string? warning) =>
        Assert.Equal(warning is null ? [] : [warning], Invoke($"Get-DeviceScript 'Install*' | Get-DeviceScriptRunState {parameters}").Warning);
}
