using System;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Commands;

public sealed class GetDeviceScriptTests : ConnectedTest
{
    private static readonly string[] Lists =
    [
        "GET /v1.0/deviceManagement/deviceManagementScripts",
        "GET /v1.0/deviceManagement/deviceShellScripts",
        "GET /v1.0/deviceManagement/deviceCustomAttributeShellScripts",
    ];

    [Fact]
    public void Lists_all_families_one_after_the_other()
    {
        var scripts = Succeed("Get-DeviceScript");

        Assert.Equal(Service.Scripts.All.OrderBy(script => script.Family).Select(script => script.DisplayName), scripts.Select(script => Value(script, "DisplayName")));
        Assert.Equal(Service.Scripts.All.OrderBy(script => script.Family).Select(script => script.Family.ToString()), scripts.Select(script => $"{Value(script, "ScriptType")}"));
        Assert.Equal(Lists, Sent);
    }

    [Theory]
    [InlineData("PowerShell", "PowerShell")]
    [InlineData("shell", "Shell")]
    [InlineData("4", "CustomAttribute")]
    [InlineData("Shell, PowerShell", "Shell PowerShell")]
    [InlineData("Shell, Shell", "Shell")]
    public void Lists_the_families_that_are_named_in_that_order(string type, string families)
    {
        var scripts = Succeed($"Get-DeviceScript -ScriptType {type}");

        Assert.Equal(families.Split(' '), scripts.Select(script => $"{Value(script, "ScriptType")}").Distinct());
        Assert.Equal(families.Split(' ').Length, Sent.Count);
    }

    [Theory]
    [InlineData("'Enable FileVault'", "Enable FileVault")]
    [InlineData("'enable filevault'", "Enable FileVault")]
    [InlineData("'*FILE*'", "Enable FileVault")]
    [InlineData("'Set*'", "Set BitLocker policy|Set time zone")]
    [InlineData("'Set*', '*count'", "Set BitLocker policy|Set time zone|Battery cycle count")]
    [InlineData("'Set*', 'Set*'", "Set BitLocker policy|Set time zone")]
    [InlineData("'[MR]*'", "Remove consumer apps|Map network drives|Rotate local administrator password")]
    [InlineData("'Set ????????? *'", "Set BitLocker policy")]
    [InlineData("'*'", null)]
    [InlineData("'nothing*like?it'", "")]
    [InlineData("'[x]'", "")]
    public void Lists_the_names_that_fit(string pattern, string? names) => Assert.Equal(
        names?.Split('|', StringSplitOptions.RemoveEmptyEntries) ?? Service.Scripts.All.OrderBy(script => script.Family).Select(script => script.DisplayName),
        Succeed($"Get-DeviceScript {pattern}").Select(script => Value(script, "DisplayName")));

    [Theory]
    [InlineData("'Set'", "Set", "Set", "PowerShell, Shell, CustomAttribute")]
    [InlineData("-Name 'Set time zone' -ScriptType CustomAttribute", "Set time zone", "Set time zone", "CustomAttribute")]
    [InlineData("'Rollout `[pilot`]' -ScriptType Shell", "Rollout `[pilot`]", "Rollout [pilot]", "Shell")]
    [InlineData("'x', 'X', 'y*'", "x", "x", "PowerShell, Shell, CustomAttribute")]
    public void A_name_that_no_script_has_is_an_error(string parameters, string target, string shown, string families)
    {
        ErrorRecord error = FailAndGoOn($"Get-DeviceScript {parameters}");

        AssertError(error, "ScriptNotFound", ErrorCategory.ObjectNotFound);
        Assert.Equal($"Script '{shown}' was not found. No script has that name (looked in: {families}).", error.ToString());
        Assert.Equal(target, error.TargetObject);
    }

    [Fact]
    public void Names_that_are_found_come_out_beside_those_that_are_not()
    {
        var result = Invoke("Get-DeviceScript 'one', 'Set time zone', 'two'");

        Assert.Equal(["Set time zone"], result.Output.Select(script => Value(script!, "DisplayName")));
        Assert.Equal(["one", "two"], result.Errors.Select(error => error.TargetObject));
    }

    [Fact]
    public void A_name_in_a_family_that_is_refused_may_be_there()
    {
        Service.Faults.On("GET", "/deviceShellScripts").Status(403, "Forbidden", "No.");

        AssertError(FailAndGoOn("Get-DeviceScript 'Set time zone'"), "PermissionDenied", ErrorCategory.PermissionDenied);
    }

    [Theory]
    [InlineData("Rollout [pilot]", "'Rollout `[pilot`]'")]
    [InlineData("Bob's * script", "'Bob''s `* script'")]
    [InlineData("What? `this`", "'What`? ``this``'")]
    public void Lists_a_name_with_special_characters_that_are_escaped(string name, string pattern)
    {
        Service.Scripts.Add(ScriptFamily.Shell, name);
        Service.Scripts.Add(ScriptFamily.Shell, "Rollout p");

        Assert.Equal([name], Succeed($"Get-DeviceScript -Name {pattern}").Select(script => Value(script, "DisplayName")));
    }

    [Fact]
    public void Shows_every_property_of_each_family()
    {
        AssertScript(
            "Map network drives",
            "ScriptType=PowerShell ScriptContent= RunAsAccount=user FileName=Map-NetworkDrives.ps1 EnforceSignatureCheck=False RunAs32Bit=True ExecutionFrequency= RetryCount= BlockExecutionNotifications= CustomAttributeName= CustomAttributeType=");
        AssertScript(
            "Set time zone",
            "ScriptType=Shell ScriptContent= RunAsAccount=system FileName=set-time-zone.sh EnforceSignatureCheck= RunAs32Bit= ExecutionFrequency=1.00:00:00 RetryCount=0 BlockExecutionNotifications=False CustomAttributeName= CustomAttributeType=");
        AssertScript(
            "Last full backup",
            "ScriptType=CustomAttribute ScriptContent= RunAsAccount=system FileName=lastFullBackup.sh EnforceSignatureCheck= RunAs32Bit= ExecutionFrequency= RetryCount= BlockExecutionNotifications= CustomAttributeName=lastFullBackup CustomAttributeType=dateTime");
    }

    [Fact]
    public void Shows_times_and_scope_tags()
    {
        PSObject script = Assert.Single(Succeed("Get-DeviceScript 'Install Company Portal'"));

        Assert.Equal(new DateTimeOffset(2024, 4, 8, 8, 15, 0, TimeSpan.Zero), Value(script, "CreatedDateTime"));
        Assert.Equal(new DateTimeOffset(2024, 5, 18, 8, 15, 0, TimeSpan.Zero), Value(script, "LastModifiedDateTime"));
        Assert.Equal(["0"], (string[])Value(script, "RoleScopeTagIds")!);
        Assert.Equal("Install Company Portal on all managed devices", Value(script, "Description"));
        Assert.Equal("Install Company Portal", script.ToString());
    }

    [Fact]
    public void A_family_that_is_refused_leaves_the_others()
    {
        Service.Faults.On("GET", "/deviceShellScripts").Status(403, "Forbidden", "No.");

        var result = Invoke("Get-DeviceScript");
        Assert.Equal(["PowerShell", "CustomAttribute"], result.Output.Select(script => $"{Value(script!, "ScriptType")}").Distinct());
        ErrorRecord error = Assert.Single(result.AllErrors);
        AssertError(error, "PermissionDenied", ErrorCategory.PermissionDenied);
        Assert.Equal("Shell", $"{error.TargetObject}");
        Assert.Contains("list of Shell scripts", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(Lists, Sent);
    }

    [Theory]
    [InlineData("-Name ''")]
    [InlineData("-Name @()")]
    [InlineData("-ScriptType Bash")]
    [InlineData("-ScriptId $shell -Name 'x'")]
    public void What_the_parameters_can_not_say_is_refused_by_the_engine_itself(string parameters)
    {
        Assert.IsAssignableFrom<ParameterBindingException>(Fail($"Get-DeviceScript {parameters}").Exception);
        Assert.Empty(Sent);
    }

    [Fact]
    public void A_tenant_without_scripts_gives_nothing()
    {
        Service.Scripts.Clear();

        Assert.Empty(Succeed("Get-DeviceScript"));
    }

    private void AssertScript(string name, string expected)
    {
        PSObject script = Assert.Single(Succeed($"Get-DeviceScript '{name}'"));

        Assert.Equal(expected, string.Join(' ', expected.Split(' ').Select(pair => pair.Split('=')[0]).Select(property => $"{property}={Value(script, property)}")));
    }
}
