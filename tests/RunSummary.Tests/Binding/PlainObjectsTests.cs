using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Binding;

public sealed class PlainObjectsTests : ShapeTest
{
    [Theory]
    [InlineData("@{ ScriptType = 'Shell'; ScriptId = $shell }")]
    [InlineData("@{ ScriptType = 'Shell'; Id = $shell }")]
    [InlineData("@{ scripttype = 'shell'; SCRIPTID = $shell }")]
    [InlineData("@{ ScriptType = 2; ScriptId = [guid]$shell }")]
    [InlineData("@{ ScriptType = [RunSummary.DeviceScriptType]::Shell; Id = $shell }")]
    [InlineData("@{ ScriptType = 'Shell'; ScriptId = \"{$shell}\" }")]
    [InlineData("@{ ScriptType = 'Shell'; ScriptId = $shell.Replace('-', '') }")]
    [InlineData("[ordered]@{ ScriptType = 'Shell'; Id = $shell }")]
    [InlineData("[pscustomobject]@{ ScriptType = 'Shell'; Id = [guid]$shell }")]
    [InlineData("[pscustomobject]@{ ScriptType = [RunSummary.DeviceScriptType]::Shell; ScriptId = $shell }")]
    public void Objects_with_a_family_and_an_id_are_taken(string script) => AssertNames(script, Demo.ShellSummary);

    [Theory]
    [InlineData("@{ ScriptType = 'Shell'; ScriptId = $shell; Id = $missing }")]
    [InlineData("@{ ScriptType = 'Shell'; Id = $missing; ScriptId = $shell }")]
    [InlineData("[pscustomobject]@{ ScriptType = 'Shell'; Id = 'no guid'; ScriptId = $shell }")]
    public void ScriptId_wins_over_Id(string script) => AssertNames(script, Demo.ShellSummary);

    [Theory]
    [InlineData("DisplayName", "Company Portal")]
    [InlineData("displayname", "Company Portal")]
    [InlineData("ScriptName", "Company Portal")]
    public void A_name_is_carried_over(string property, string name)
    {
        PSObject summary = Assert.Single(Succeed($"@{{ ScriptType = 'Shell'; Id = $shell; {property} = '{name}' }} | Update-DeviceScriptRunSummary -ErrorUserCount 0"));

        Assert.Equal(name, Value(summary, "ScriptName"));
    }

    [Theory]
    [InlineData("''")]
    [InlineData("'  '")]
    [InlineData("$null")]
    public void A_blank_name_is_none(string name)
    {
        PSObject summary = Assert.Single(Succeed($"@{{ ScriptType = 'Shell'; Id = $shell; DisplayName = {name} }} | Get-DeviceScriptRunSummary"));

        Assert.Null(Value(summary, "ScriptName"));
    }

    [Theory]
    [InlineData("@{ ScriptType = 'Shell' }", "ScriptIdInvalid")]
    [InlineData("@{ ScriptType = 'Shell'; Id = '' }", "ScriptIdInvalid")]
    [InlineData("@{ ScriptType = 'Shell'; ScriptId = ''; Id = $shell }", "ScriptIdInvalid")]
    [InlineData("@{ ScriptType = 'Shell'; Id = 'Install Company Portal' }", "ScriptIdInvalid")]
    [InlineData("@{ ScriptType = 'Shell'; ScriptId = \"$shell;\" }", "ScriptIdInvalid")]
    [InlineData("@{ ScriptType = 'Shell'; ScriptId = \"../$shell\" }", "ScriptIdInvalid")]
    [InlineData("@{ ScriptType = 'Shell'; ScriptId = @($shell, $shell) }", "ScriptIdInvalid")]
    [InlineData("@{}", "ScriptTypeUnknown")]
    [InlineData("@{ Id = $shell }", "ScriptTypeUnknown")]
    [InlineData("@{ ScriptType = ''; Id = $shell }", "ScriptTypeUnknown")]
    [InlineData("@{ ScriptType = 'Remediation'; Id = $shell }", "ScriptTypeUnknown")]
    [InlineData("$shell", "ScriptTypeUnknown")]
    [InlineData("[guid]$shell", "ScriptTypeUnknown")]
    [InlineData("42", "ScriptTypeUnknown")]
    [InlineData("''", "ScriptTypeUnknown")]
    [InlineData("$null", "ScriptTypeUnknown")]
    [InlineData("[datetime]'2025-01-01'", "ScriptTypeUnknown")]
    public void What_does_not_say_which_script_it_is_is_refused(string script, string id) =>
        AssertRefused(script, id, ErrorCategory.InvalidArgument);

    [Theory]
    [InlineData("@{ ScriptType = 'Shell'; Id = 'Portal' }", "'Portal' is not a GUID")]
    [InlineData("@{ ScriptType = 'Remediation'; Id = $shell }", "'Remediation' is no family")]
    [InlineData("@{ DisplayName = 'Company Portal' }", "'Company Portal'")]
    public void The_message_names_what_is_wrong_with_which(string script, string words) =>
        Assert.Contains(words, Fail($"{script} | Get-DeviceScriptRunSummary").ToString(), System.StringComparison.Ordinal);

    [Fact]
    public void Arrays_inside_the_pipeline_are_taken_apart() => Assert.Equal(
        [Demo.Windows, Demo.Shell, Demo.Attribute],
        Outcomes("& { , @(@{ ScriptType = 1; Id = $windows }, @{ ScriptType = 2; Id = $shell }); @{ ScriptType = 4; Id = $attribute } } | Get-DeviceScriptRunSummary"));

    [Fact]
    public void Objects_given_by_parameter_are_taken() => Assert.Equal(
        [Demo.Windows, "ScriptTypeUnknown", Demo.Shell],
        Outcomes("Update-DeviceScriptRunSummary -ErrorDeviceCount 1 -InputObject @{ ScriptType = 1; Id = $windows }, $null, @{ ScriptType = 2; Id = $shell }"));
}
