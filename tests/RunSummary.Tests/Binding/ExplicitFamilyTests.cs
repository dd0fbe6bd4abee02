using System;
using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Binding;

public sealed class ExplicitFamilyTests : ShapeTest
{
    [Theory]
    [InlineData("@{ Id = $shell }")]
    [InlineData("@{ ScriptId = $shell }")]
    [InlineData("@{ Id = $shell; ScriptType = '' }")]
    [InlineData("@{ id = $shell; displayName = 'From a list, which leaves the type out' }")]
    [InlineData("[pscustomobject]@{ ScriptId = $shell; ScriptType = $null }")]
    public void It_serves_objects_that_name_none(string script)
    {
        AssertRefused(script, "ScriptTypeUnknown", ErrorCategory.InvalidArgument);
        AssertNames(script, Demo.ShellSummary, "-ScriptType Shell");
    }

    [Theory]
    [InlineData("@{ ScriptType = 'Shell'; Id = $shell }")]
    [InlineData("@{ '@odata.type' = '#microsoft.graph.deviceShellScript'; id = $shell }")]
    [InlineData("Get-DeviceScript 'Install Company Portal' -Session $session")]
    public void It_may_say_the_same_as_the_object(string script)
    {
        Shell.SetVariable("session", Succeed($"{RunSummary.Sandbox.SandboxShell.Connect} -PassThru")[0]);

        Assert.Single(Succeed($"{script} | Update-DeviceScriptRunSummary -ScriptType Shell -ErrorDeviceCount 0"));
    }

    [Theory]
    [InlineData("@{ ScriptType = 'Shell'; Id = $shell }")]
    [InlineData("@{ ScriptType = 2; Id = $shell }")]
    [InlineData("@{ '@odata.type' = '#microsoft.graph.deviceShellScript'; id = $shell }")]
    [InlineData("@{ '@odata.context' = 'https://graph.microsoft.com/beta/$metadata#deviceManagement/deviceShellScripts/$entity'; id = $shell }")]
    [InlineData("& { $s = [RunSummary.DeviceScript]::new(); $s.ScriptType = 'Shell'; $s.ScriptId = $shell; $s }")]
    public void Another_one_than_the_object_names_is_refused(string script)
    {
        AssertRefused(script, "ScriptTypeMismatch", ErrorCategory.InvalidArgument, "-ScriptType PowerShell");
        string message = Fail($"{script} | Get-DeviceScriptRunSummary -ScriptType PowerShell").ToString();
        Assert.Contains("Shell script", message, StringComparison.Ordinal);
        Assert.Contains("-ScriptType says PowerShell", message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_one_pipeline_it_serves_some_and_refuses_others() => Assert.Equal(
        [Demo.Shell, "ScriptTypeMismatch", Demo.OtherShell, "ScriptTypeUnknown", "ScriptTypeNotSupported", Demo.Shell],
        Outcomes(
            """
            @{ Id = $shell },
            @{ ScriptType = 'PowerShell'; Id = $windows },
            $otherShell,
            @{ ScriptType = 'Bash'; Id = $shell },
            @{ '@odata.type' = '#microsoft.graph.deviceHealthScript'; id = $shell },
            @{ ScriptType = 'Shell'; Id = $shell } | Update-DeviceScriptRunSummary -ScriptType Shell -ErrorDeviceCount 0
            """));
}
