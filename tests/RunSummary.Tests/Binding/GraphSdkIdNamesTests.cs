using System;
using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Binding;

/// <summary>What the Graph SDK calls a script's id says of which family it is too.</summary>
public sealed class GraphSdkIdNamesTests : ShapeTest
{
    [Theory]
    [InlineData("@{ DeviceManagementScriptId = $windows }", Demo.WindowsSummary)]
    [InlineData("@{ DeviceShellScriptId = $shell }", Demo.ShellSummary)]
    [InlineData("@{ DeviceCustomAttributeShellScriptId = $attribute }", Demo.AttributeSummary)]
    [InlineData("[pscustomobject]@{ deviceShellScriptId = [guid]$shell; ScriptType = 'Shell' }", Demo.ShellSummary)]
    [InlineData("[pscustomobject]@{ DeviceManagementScriptId = ''; DeviceShellScriptId = $shell; Id = $missing }", Demo.ShellSummary)]
    [InlineData("@{ DeviceShellScriptId = $shell; '@odata.type' = '#microsoft.graph.deviceManagementScriptRunSummary'; id = $missing }", Demo.ShellSummary)]
    [InlineData("@{ DeviceShellScriptId = $missing; ScriptId = $shell }", Demo.ShellSummary)]
    public void It_names_the_script(string script, string address) => AssertNames(script, address);

    [Theory]
    [InlineData("@{ DeviceShellScriptId = $shell; ScriptType = 'PowerShell' }", "")]
    [InlineData("@{ DeviceShellScriptId = $shell; '@odata.type' = '#microsoft.graph.deviceManagementScript' }", "")]
    [InlineData("@{ DeviceShellScriptId = $shell; DeviceManagementScriptId = $shell }", "")]
    [InlineData("@{ DeviceShellScriptId = $shell }", "-ScriptType PowerShell")]
    public void Another_family_beside_it_is_refused(string script, string more) =>
        AssertRefused(script, "ScriptTypeMismatch", ErrorCategory.InvalidArgument, more);

    [Fact]
    public void The_message_names_both_properties() => Assert.Contains(
        "its ScriptType says PowerShell, its DeviceShellScriptId says Shell",
        Fail("@{ DeviceShellScriptId = $shell; ScriptType = 'PowerShell' } | Get-DeviceScriptRunSummary").ToString(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("@{ DeviceShellScriptId = ''; Id = $shell }")]
    [InlineData("[pscustomobject]@{ DeviceManagementScriptId = $null; DeviceShellScriptId = ' '; Id = $shell }")]
    [InlineData("@{ DeviceShellScriptId = 'Install Company Portal'; Id = $shell }")]
    public void Where_it_is_no_id_the_Id_is_not_taken_instead(string script) =>
        AssertRefused(script, "ScriptIdInvalid", ErrorCategory.InvalidArgument, "-ScriptType Shell");
}
