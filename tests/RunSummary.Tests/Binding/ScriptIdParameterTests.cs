using System.Linq;
using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Binding;

public sealed class ScriptIdParameterTests : ShapeTest
{
    [Theory]
    [InlineData("PowerShell", "$windows")]
    [InlineData("Shell", "$shell")]
    [InlineData("CustomAttribute", "$attribute")]
    [InlineData("shell", "([guid]$shell)")]
    [InlineData("2", "\"{$shell}\"")]
    public void A_family_and_an_id_name_a_script(string type, string id)
    {
        string address = Demo.SummaryOf(type is "shell" or "2" ? "Shell" : type);

        Assert.Single(Succeed($"Get-DeviceScriptRunSummary -ScriptType {type} -ScriptId {id}"));
        Assert.Single(Succeed($"Update-DeviceScriptRunSummary -ScriptType {type} -ScriptId {id} -SuccessUserCount 8"));

        Assert.Equal([$"GET {address}", $"PATCH {address}"], Sent);
        Assert.Equal(["successUserCount=8"], SentCounts);
    }

    [Fact]
    public void Several_ids_are_worked_through_in_order()
    {
        Assert.Equal(
            [Demo.OtherShell, "ScriptNotFound", Demo.Shell],
            Outcomes("Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $otherShell, $missing, $shell -SuccessUserCount 8"));
        Assert.Equal(
            [Demo.OtherShell, "ScriptNotFound", Demo.Shell],
            Outcomes("Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $otherShell, $missing, $shell"));
    }

    [Theory]
    [InlineData("$shell")]
    [InlineData("[guid]$shell")]
    [InlineData("\" $shell \"")]
    [InlineData("$shell.ToUpper()")]
    public void A_piped_id_with_a_family_names_a_script(string id) => AssertNames(id, Demo.ShellSummary, "-ScriptType Shell");

    [Fact]
    public void Piped_text_that_is_no_guid_is_refused_alone() => Assert.Equal(
        [Demo.Shell, "ScriptIdInvalid", "ScriptIdInvalid", "ScriptIdInvalid", Demo.OtherShell],
        Outcomes("$shell, 'Install Company Portal', '', $null, [guid]$otherShell | Update-DeviceScriptRunSummary -ScriptType Shell -ErrorUserCount 1"));

    [Theory]
    [InlineData("-ScriptId $shell")]
    [InlineData("-ScriptType Bash -ScriptId $shell")]
    [InlineData("-ScriptType 0 -ScriptId $shell")]
    [InlineData("-ScriptType 3 -ScriptId $shell")]
    [InlineData("-ScriptType Shell -ScriptId 'Install Company Portal'")]
    [InlineData("-ScriptType Shell -ScriptId $shell -InputObject @{}")]
    public void What_the_parameters_can_not_say_is_refused_by_the_engine_itself(string parameters)
    {
        ErrorRecord error = Fail($"Update-DeviceScriptRunSummary {parameters} -ErrorUserCount 1");

        Assert.IsAssignableFrom<ParameterBindingException>(error.Exception);
        Assert.Empty(Sent);
    }

    [Fact]
    public void Neither_name_nor_own_key_come_from_the_id()
    {
        PSObject summary = Succeed("Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount 1").Single();

        Assert.Null(Value(summary, "ScriptName"));
        Assert.Equal(Service.Scripts.Summary(System.Guid.Parse(Demo.Shell))!.Id.ToString(), Value(summary, "Id"));
    }
}
