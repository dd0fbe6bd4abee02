using System;
using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Binding;

public sealed class RunSummaryIdParameterTests : ConnectedTest
{
    private string Key => Service.Scripts.Summary(Guid.Parse(Demo.Shell))!.Id.ToString();

    [Theory]
    [InlineData("Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell")]
    [InlineData("@{ ScriptType = 'Shell'; Id = $shell } | Update-DeviceScriptRunSummary")]
    [InlineData("$shell | Update-DeviceScriptRunSummary -ScriptType Shell")]
    public void Sends_the_key_as_id(string command) =>
        AssertSends($"{command} -ErrorUserCount 1 -RunSummaryId $in", Demo.ShellSummary, $"id=\"{Key}\" errorUserCount=1", Key);

    [Theory]
    [InlineData("Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell")]
    [InlineData("@{ ScriptType = 'Shell'; ScriptId = $shell; Id = $missing; RunSummaryId = $missing } | Update-DeviceScriptRunSummary")]
    [InlineData("Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell | ForEach-Object { [pscustomobject]@{ ScriptType = 2; ScriptId = $_.ScriptId; Id = $_.Id } } | Update-DeviceScriptRunSummary")]
    public void Without_it_no_id_is_sent(string command)
    {
        Succeed($"{command} -ErrorUserCount 1");

        Assert.Equal(["errorUserCount=1"], SentCounts);
    }

    [Fact]
    public void The_key_of_another_summary_is_the_services_to_refuse() => AssertError(
        Fail("Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount 1 -RunSummaryId $missing"),
        "RequestRejected",
        ErrorCategory.InvalidArgument);

    [Theory]
    [InlineData("-ScriptId $shell, $otherShell")]
    [InlineData("-InputObject $shell, $otherShell")]
    public void With_several_scripts_it_conflicts_and_nothing_is_sent(string scripts)
    {
        ErrorRecord error = FailForGood($"Update-DeviceScriptRunSummary -ScriptType Shell {scripts} -ErrorUserCount 1 -RunSummaryId $missing");

        AssertError(error, "ParameterConflict", ErrorCategory.InvalidArgument);
        Assert.Empty(Sent);
    }

    [Fact]
    public void With_several_piped_scripts_the_first_has_its_outcome_and_the_second_ends_the_command()
    {
        var result = Invoke("try { $shell, $otherShell, $shell | Update-DeviceScriptRunSummary -ScriptType Shell -ErrorUserCount 1 -RunSummaryId $in } catch { $_ }", Key);

        Assert.Empty(result.AllErrors);
        Assert.Equal(Demo.Shell, Value(result.Output[0]!, "ScriptId"));
        ErrorRecord error = Assert.IsType<ErrorRecord>(result.Output[1]!.BaseObject);
        AssertError(error, "ParameterConflict", ErrorCategory.InvalidArgument);
        Assert.Equal(Demo.OtherShell, Target(error));
        Assert.Equal(2, result.Output.Count);
        Assert.Equal([$"PATCH {Demo.ShellSummary}"], Sent);
    }

    [Fact]
    public void An_object_that_names_no_script_does_not_use_the_key_up() => Assert.Equal(
        ["ScriptIdInvalid", Demo.Shell],
        Outcomes("'no guid', $shell | Update-DeviceScriptRunSummary -ScriptType Shell -ErrorUserCount 1 -RunSummaryId $in", Key));

    [Fact]
    public void WhatIf_says_so_too() => AssertError(
        FailForGood("$shell, $otherShell | Update-DeviceScriptRunSummary -ScriptType Shell -ErrorUserCount 1 -RunSummaryId $missing -WhatIf"),
        "ParameterConflict",
        ErrorCategory.InvalidArgument);

    [Theory]
    [InlineData("''")]
    [InlineData("$null")]
    public void Blank_it_is_refused_by_the_engine_itself(string id)
    {
        ErrorRecord error = Fail($"Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount 1 -RunSummaryId {id}");

        Assert.IsAssignableFrom<ParameterBindingException>(error.Exception);
    }
}
