using System;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.RunStates;

public sealed class GetRunStateTests : RunStateCommandTest
{
    private const string Get = "Get-DeviceScript 'Install*' | Get-DeviceScriptRunState";

    [Fact]
    public void States_of_devices_come_with_the_script_and_the_device()
    {
        DateTimeOffset time = new(2026, 3, 2, 10, 15, 30, TimeSpan.Zero);
        Service.RunStates.Set(Script,
        [
            new DeviceState
            {
                Id = "s1", RunState = "scriptError", ResultMessage = "exit 1", LastStateUpdateDateTime = time, ErrorCode = -5, ErrorDescription = "It failed",
                ManagedDevice = new ManagedDevice { Id = "d1", DeviceName = "MAC-01" },
            },
        ]);

        PSObject state = Assert.Single(Succeed(Get));

        Assert.Equal("RunSummary.DeviceScriptDeviceState", state.TypeNames[0]);
        Assert.Equal(
            [Demo.Shell, "Shell", "Install Company Portal", "s1", "scriptError", "exit 1", time, -5, "It failed", "d1", "MAC-01"],
            "ScriptId ScriptType ScriptName Id RunState ResultMessage LastStateUpdateDateTime ErrorCode ErrorDescription DeviceId DeviceName".Split(' ')
                .Select(name => name == "ScriptType" ? $"{Value(state, name)}" : Value(state, name)));
    }

    [Fact]
    public void States_of_users_come_with_their_counts()
    {
        Service.RunStates.SetUsers(Script, [new UserState { Id = "u1", UserPrincipalName = "ada@contoso.com", SuccessDeviceCount = 2, ErrorDeviceCount = 1 }, default]);

        var states = Succeed($"{Get} -Kind User");

        Assert.All(states, state => Assert.Equal("RunSummary.DeviceScriptUserState", state.TypeNames[0]));
        Assert.Equal(
            [("u1", "ada@contoso.com", (int?)2, (int?)1), (null, null, null, null)],
            states.Select(state => ((string?)Value(state, "Id"), (string?)Value(state, "UserPrincipalName"), (int?)Value(state, "SuccessDeviceCount"), (int?)Value(state, "ErrorDeviceCount"))));
    }

    [Fact]
    public void All_states_of_all_scripts_come_in_the_order_of_the_scripts()
    {
        var states = Succeed("Get-DeviceScript | Get-DeviceScriptRunState");

        Assert.Equal(AllScripts.Select(script => script.Id), states.Select(ScriptOf).Distinct());
        Assert.All(states.GroupBy(ScriptOf), group => Assert.Equal(Service.RunStates.Truth(group.Key).Devices, group.Count()));
        Assert.Equal(states.Select(ScriptOf).OrderBy(id => AllScripts.Select(script => script.Id).ToList().IndexOf(id)), states.Select(ScriptOf));
    }

    [Theory]
    [InlineData(FilterSupport.Honoured)]
    [InlineData(FilterSupport.Ignored)]
    [InlineData(FilterSupport.Refused)]
    public void RunState_gives_those_alone_whatever_the_service_makes_of_the_filter(FilterSupport support)
    {
        Service.RunStates.Filter = support;

        var states = Succeed($"{Get} -RunState Fail, scripterror");

        Assert.Equal(4, states.Count);
        Assert.All(states, state => Assert.Matches("^(fail|scriptError)$", (string)Value(state, "RunState")!));
        Assert.All(states, state => Assert.NotNull(Value(state, "DeviceName")));
    }

    [Fact]
    public void A_state_of_the_future_is_its_text_and_can_be_asked_for()
    {
        Service.RunStates.Set(Script, [Device("quarantined"), Device("success"), Device(null), Device("o'clock")]);

        Assert.Equal(["quarantined", "success", null, "o'clock"], Succeed(Get).Select(state => Value(state, "RunState")));
        Assert.Equal(["quarantined", "o'clock"], Succeed($"{Get} -RunState quarantined, 'o''clock'").Select(state => Value(state, "RunState")));
    }

    [Fact]
    public void Where_devices_are_not_expanded_states_come_without_them()
    {
        Service.RunStates.RefusesExpand = true;

        var states = Succeed($"{Get} -RunState fail, scriptError");

        Assert.Equal(4, states.Count);
        Assert.All(states, state => Assert.Null(Value(state, "DeviceName")));
    }

    [Fact]
    public void RunState_does_not_go_with_users()
    {
        ErrorRecord error = FailForGood($"{Get} -Kind User -RunState fail");

        AssertError(error, "ParameterConflict", ErrorCategory.InvalidArgument);
        Assert.DoesNotContain(Sent, request => request.Contains("RunStates", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-RunState @()")]
    [InlineData("-RunState $null")]
    [InlineData("-RunState ''")]
    [InlineData("-Kind Machine")]
    [InlineData("-ThrottleLimit 0")]
    [InlineData("-ThrottleLimit 17")]
    public void What_makes_no_sense_is_refused_by_PowerShell(string parameters) =>
        Assert.IsAssignableFrom<ParameterBindingException>(FailForGood($"{Get} {parameters}").Exception);

    [Theory]
    [InlineData("")]
    [InlineData("| ForEach-Object { [pscustomobject]@{ ScriptId = $_.ScriptId; ScriptType = $_.ScriptType; UserPrincipalName = $null; SuccessDeviceCount = $_.SuccessDeviceCount } }")]
    [InlineData("| ForEach-Object { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) }")]
    public void The_states_of_a_user_are_never_taken_for_the_counts_of_a_script(string by)
    {
        Service.RunStates.SetUsers(Script, [new UserState { Id = "u1", SuccessDeviceCount = 2, ErrorDeviceCount = 1 }]);

        ErrorRecord error = FailAndGoOn($"{Get} -Kind User {by} | Update-DeviceScriptRunSummary");

        AssertError(error, "NoCountsSupplied", ErrorCategory.InvalidArgument);
        Assert.DoesNotContain(Sent, request => request.StartsWith("PATCH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "fail notApplicable pending scriptError success unknown")]
    [InlineData("s", "scriptError success")]
    [InlineData("'S", "scriptError success")]
    [InlineData("x", "")]
    public void RunState_is_completed(string word, string expected)
    {
        var offered = Succeed($"$line = \"Get-DeviceScriptRunState -RunState {word}\"; [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches | ForEach-Object CompletionText");

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), offered.Select(text => text.BaseObject));
    }

    [Fact]
    public void Each_object_that_fails_has_one_error_in_its_place()
    {
        Service.RunStates.Set(Script, [Device("success"), Device("fail")]);

        Assert.Equal(
            ["ScriptNotFound", Demo.Shell, Demo.Shell, "ScriptIdInvalid", "ScriptTypeUnknown"],
            Outcomes("@{ ScriptType = 1; Id = $missing }, @{ ScriptType = 2; Id = $shell }, @{ ScriptType = 2; Id = 5 }, $null | Get-DeviceScriptRunState"));
    }
}
