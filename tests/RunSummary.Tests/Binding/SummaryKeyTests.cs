using System;
using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Binding;

/// <summary>The Id of a run summary is its own key; taken for a script's it would write to another script.</summary>
public sealed class SummaryKeyTests : ShapeTest
{
    private const string Context = "'https://graph.microsoft.com/beta/$metadata#deviceManagement/deviceShellScripts(''x'')/runSummary/$entity'";
    private const string Typed = "& { $summary = [RunSummary.DeviceScriptRunSummary]::new(); $summary.ScriptType = 'Shell'; $summary.Id = $shell; $summary";

    [Theory]
    [InlineData(Typed + " }")]
    [InlineData(Typed + ".ScriptId = ' '; $summary }")]
    [InlineData("& { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((" + Typed + " }))) }")]
    [InlineData("@{ '@odata.type' = '#microsoft.graph.deviceManagementScriptRunSummary'; id = $shell }")]
    [InlineData("@{ '@odata.type' = 'Microsoft.Graph.DeviceManagementScriptRunSummary'; id = $shell }")]
    [InlineData("[pscustomobject]@{ '@odata.type' = '#microsoft.graph.deviceManagementScriptRunSummary'; id = $shell; ScriptType = 'Shell' }")]
    [InlineData("@{ '@odata.context' = " + Context + "; id = $shell }")]
    [InlineData("[pscustomobject]@{ '@odata.context' = " + Context + "; id = $shell }")]
    [InlineData("@{ '@odata.context' = 'https://graph.microsoft.com/beta/$metadata#microsoft.graph.deviceManagementScriptRunSummary/RUNSUMMARY/$entity'; id = $shell }")]
    [InlineData("@{ ScriptType = 'Shell'; ScriptId = ''; Id = $shell }")]
    [InlineData("[pscustomobject]@{ ScriptType = 'Shell'; ScriptId = $null; Id = $shell }")]
    [InlineData("[pscustomobject]@{ ScriptType = 'Shell'; ScriptId = '  '; Id = $shell; ErrorDeviceCount = '3' }")]
    public void It_is_never_taken_for_the_id_of_a_script(string script) =>
        AssertRefused(script, "ScriptIdInvalid", ErrorCategory.InvalidArgument, "-ScriptType Shell");

    [Theory]
    [InlineData("@{ '@odata.type' = '#microsoft.graph.deviceManagementScriptRunSummary'; id = $missing; ScriptId = $shell; ScriptType = 'Shell' }")]
    [InlineData("@{ '@odata.type' = '#microsoft.graph.deviceManagementScriptRunSummary'; id = $missing; ScriptId = $shell }")]
    [InlineData("@{ '@odata.context' = " + Context + "; id = $missing; ScriptId = $shell }")]
    public void A_run_summary_with_a_ScriptId_is_taken(string script) => AssertNames(script, Demo.ShellSummary, "-ScriptType Shell");

    [Theory]
    [InlineData("Selected.RunSummary.DeviceScriptRunSummary")]
    [InlineData("Selected.RunSummary.MeasuredRunSummary")]
    [InlineData("Selected.RunSummary.RunSummaryComparison")]
    [InlineData("Selected.RunSummary.DeviceScriptDeviceState")]
    [InlineData("Selected.RunSummary.DeviceScriptUserState")]
    [InlineData("Selected.Selected.RunSummary.DeviceScriptRunSummary")]
    [InlineData("Selected.Deserialized.RunSummary.MeasuredRunSummary")]
    [InlineData("Deserialized.Selected.RunSummary.RunSummaryComparison")]
    [InlineData("CSV:Selected.RunSummary.DeviceScriptRunSummary")]
    [InlineData("Selected.Microsoft.Graph.PowerShell.Models.MicrosoftGraphDeviceManagementScriptRunSummary")]
    [InlineData("Deserialized.Selected.Microsoft.Graph.Beta.PowerShell.Models.MicrosoftGraphDeviceManagementScriptRunSummary")]
    public void Nor_is_it_in_what_was_made_of_a_summary_or_a_state(string typeName)
    {
        PSObject made = Succeed("[pscustomobject]@{ Id = $shell; ScriptType = 'Shell'; SuccessDeviceCount = 1 }")[0];
        made.TypeNames.Insert(0, typeName);

        AssertRefused("$in", "ScriptIdInvalid", ErrorCategory.InvalidArgument, input: made);
    }

    [Fact]
    public void What_was_made_of_a_script_keeps_its_Id()
    {
        PSObject made = Succeed("[pscustomobject]@{ Id = $shell; ScriptType = 'Shell' }")[0];
        made.TypeNames.Insert(0, "Selected.RunSummary.DeviceScript");

        AssertNames("$in", Demo.ShellSummary, input: made);
    }

    [Fact]
    public void The_message_says_whose_key_it_is() => Assert.Contains(
        "the Id of a run summary or a run state is its own key",
        Fail("@{ '@odata.type' = '#microsoft.graph.deviceManagementScriptRunSummary'; id = $shell } | Get-DeviceScriptRunSummary -ScriptType Shell").ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void A_run_summary_that_names_no_family_is_refused() => AssertRefused(
        "@{ '@odata.type' = '#microsoft.graph.deviceManagementScriptRunSummary'; id = $missing; ScriptId = $shell }",
        "ScriptTypeUnknown",
        ErrorCategory.InvalidArgument);

    [Fact]
    public void The_real_answer_of_the_service_is_refused_without_the_id_of_its_script()
    {
        string context = $"{Service.GraphEndpoint}v1.0/$metadata#deviceManagement/deviceShellScripts('{Demo.Shell}')/runSummary/$entity";

        AssertRefused("$in", "ScriptIdInvalid", ErrorCategory.InvalidArgument, input: new PSObject { Properties = { new PSNoteProperty("@odata.context", context), new PSNoteProperty("id", Demo.Shell) } });
    }
}
