using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Binding;

/// <summary>What Invoke-MgGraphRequest gives: hashtables, or custom objects with -OutputType PSObject.</summary>
public sealed class InvokeRequestObjectsTests : ShapeTest
{
    private const string Generic = "& { $d = [System.Collections.Generic.Dictionary[string, object]]::new(); ";

    [Theory]
    [InlineData("@{ '@odata.type' = '#microsoft.graph.deviceManagementScript'; id = $windows }", Demo.WindowsSummary)]
    [InlineData("@{ '@odata.type' = '#microsoft.graph.deviceShellScript'; id = $shell }", Demo.ShellSummary)]
    [InlineData("@{ '@odata.type' = '#microsoft.graph.deviceCustomAttributeShellScript'; id = $attribute }", Demo.AttributeSummary)]
    [InlineData("@{ '@odata.type' = 'microsoft.graph.deviceShellScript'; id = $shell }", Demo.ShellSummary)]
    [InlineData("@{ '@ODATA.TYPE' = '#MICROSOFT.GRAPH.DEVICESHELLSCRIPT'; ID = $shell.ToUpper() }", Demo.ShellSummary)]
    [InlineData("[ordered]@{ '@odata.type' = '#microsoft.graph.deviceShellScript'; Id = $shell }", Demo.ShellSummary)]
    [InlineData("[pscustomobject]@{ '@odata.type' = '#microsoft.graph.deviceShellScript'; id = $shell }", Demo.ShellSummary)]
    [InlineData(Generic + "$d.Add('@odata.type', '#microsoft.graph.deviceShellScript'); $d.Add('id', $shell); $d }", Demo.ShellSummary)]
    [InlineData(Generic + "$d.Add('@Odata.Type', '#microsoft.graph.deviceShellScript'); $d.Add('ID', [guid]$shell); $d }", Demo.ShellSummary)]
    public void Objects_with_a_Graph_type_are_taken(string script, string address) => AssertNames(script, address);

    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0/$metadata#deviceManagement/deviceManagementScripts/$entity", "$windows", Demo.WindowsSummary)]
    [InlineData("https://graph.microsoft.com/beta/$metadata#deviceManagement/deviceShellScripts/$entity", "$shell", Demo.ShellSummary)]
    [InlineData("https://graph.microsoft.com/beta/$metadata#deviceManagement/deviceCustomAttributeShellScripts/$entity", "$attribute", Demo.AttributeSummary)]
    [InlineData("https://graph.microsoft.us/beta/$metadata#deviceManagement/deviceShellScripts(id,displayName)/$entity", "$shell", Demo.ShellSummary)]
    [InlineData("https://graph.microsoft.com/beta/$metadata#deviceManagement/deviceShellScripts(id,runSummary())/$entity", "$shell", Demo.ShellSummary)]
    [InlineData("https://graph.microsoft.com/beta/$metadata#deviceManagement/DeviceShellScripts/$entity", "$shell", Demo.ShellSummary)]
    public void A_single_answer_is_known_by_its_context(string context, string id, string address) =>
        AssertNames($"@{{ '@odata.context' = '{context}'; id = {id} }}", address);

    [Fact]
    public void What_this_service_answers_for_a_script_is_taken_with_its_counts()
    {
        string address = $"{Service.GraphEndpoint}beta/deviceManagement/deviceShellScripts/{Demo.Shell}";
        string context = $"{Service.GraphEndpoint}beta/$metadata#deviceManagement/deviceShellScripts(runSummary())/$entity";

        AssertSends(
            $"@{{ '@odata.context' = '{context}'; id = $shell; 'runSummary@odata.context' = '{address}/runSummary/$entity'; runSummary = @{{ id = $missing; errorUserCount = 4 }} }} | Update-DeviceScriptRunSummary",
            Demo.ShellSummary,
            "errorUserCount=4");
    }

    [Theory]
    [InlineData("@{ '@odata.type' = $type; id = $shell; errorDeviceCount = 3; successDeviceCount = 40 }")]
    [InlineData("@{ '@odata.type' = $type; id = $shell; ERRORDEVICECOUNT = '3'; successdevicecount = 40 }")]
    [InlineData("@{ '@odata.type' = $type; id = $shell; runSummary = @{ id = $missing; errorDeviceCount = 3; successDeviceCount = 40 } }")]
    [InlineData("@{ '@odata.type' = $type; id = $shell; RUNSUMMARY = [ordered]@{ ErrorDeviceCount = 3; SuccessDeviceCount = 40 } }")]
    [InlineData("@{ '@odata.type' = $type; id = $shell; errorDeviceCount = 3; runSummary = @{ errorDeviceCount = 99; successDeviceCount = 40 } }")]
    [InlineData("[pscustomobject]@{ '@odata.type' = $type; id = $shell; runSummary = [pscustomobject]@{ errorDeviceCount = 3; successDeviceCount = 40 } }")]
    [InlineData("[pscustomobject]@{ '@odata.type' = $type; id = $shell; runSummary = @{ errorDeviceCount = 3; successDeviceCount = 40 } }")]
    [InlineData(Generic + "$d.Add('@odata.type', $type); $d.Add('id', $shell); $d.Add('runSummary', @{ errorDeviceCount = 3; successDeviceCount = 40 }); $d }")]
    public void Counts_are_found_on_the_object_or_under_its_run_summary(string script) => AssertSends(
        $"$type = '#microsoft.graph.deviceShellScript'; {script} | Update-DeviceScriptRunSummary",
        Demo.ShellSummary,
        "errorDeviceCount=3 successDeviceCount=40");

    [Theory]
    [InlineData("#microsoft.graph.deviceHealthScript")]
    [InlineData("#microsoft.graph.deviceComplianceScript")]
    [InlineData("#microsoft.graph.deviceManagementScriptDeviceState")]
    [InlineData("#microsoft.graph.user")]
    [InlineData("deviceHealthScript")]
    [InlineData("nonsense")]
    public void Other_Graph_types_are_refused_and_nothing_is_sent(string type)
    {
        AssertRefused($"@{{ '@odata.type' = '{type}'; id = $shell }}", "ScriptTypeNotSupported", ErrorCategory.InvalidType);
        AssertRefused($"@{{ '@odata.type' = '{type}'; id = $shell }}", "ScriptTypeNotSupported", ErrorCategory.InvalidType, "-ScriptType Shell");
        AssertRefused($"@{{ '@odata.type' = '{type}'; ScriptType = 'Shell'; ScriptId = $shell }}", "ScriptTypeNotSupported", ErrorCategory.InvalidType);
    }

    [Theory]
    [InlineData("deviceHealthScripts/$entity")]
    [InlineData("deviceComplianceScripts/$entity")]
    [InlineData("managedDevices/$entity")]
    public void Other_contexts_are_refused_and_nothing_is_sent(string context) => AssertRefused(
        $"@{{ '@odata.context' = 'https://graph.microsoft.com/beta/$metadata#deviceManagement/{context}'; id = $shell }}",
        "ScriptTypeNotSupported",
        ErrorCategory.InvalidType,
        "-ScriptType Shell");

    [Fact]
    public void A_Graph_type_and_a_ScriptType_that_disagree_are_refused() => AssertRefused(
        "@{ '@odata.type' = '#microsoft.graph.deviceShellScript'; ScriptType = 'PowerShell'; id = $shell }", "ScriptTypeMismatch", ErrorCategory.InvalidArgument);

    [Fact]
    public void A_Graph_type_and_a_ScriptType_that_agree_are_taken() => AssertNames(
        "@{ '@odata.type' = '#microsoft.graph.deviceShellScript'; ScriptType = 'Shell'; id = $shell }", Demo.ShellSummary);

    [Fact]
    public void A_list_that_was_not_taken_apart_is_refused() => AssertRefused(
        "@{ '@odata.context' = 'https://graph.microsoft.com/beta/$metadata#deviceManagement/deviceShellScripts'; value = @(@{ id = $shell }) }",
        "ScriptIdInvalid",
        ErrorCategory.InvalidArgument);
}
