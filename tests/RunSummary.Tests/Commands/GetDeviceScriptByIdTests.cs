using System;
using System.Linq;
using System.Management.Automation;
using System.Text;
using Xunit;

namespace RunSummary.Tests.Commands;

public sealed class GetDeviceScriptByIdTests : ConnectedTest
{
    [Theory]
    [InlineData(Demo.Windows, "Set BitLocker policy", 1)]
    [InlineData(Demo.Shell, "Install Company Portal", 2)]
    [InlineData(Demo.Attribute, "Battery cycle count", 3)]
    public void Finds_an_id_in_any_family(string id, string name, int requests)
    {
        PSObject script = Assert.Single(Succeed($"Get-DeviceScript -ScriptId {id}"));

        Assert.Equal((id, name), ((string?)Value(script, "ScriptId"), (string?)Value(script, "DisplayName")));
        Assert.Equal(requests, Sent.Count);
    }

    [Fact]
    public void Asks_only_the_families_that_are_named()
    {
        Assert.Single(Succeed("Get-DeviceScript -ScriptId $attribute -ScriptType CustomAttribute"));
        Assert.Equal("ScriptNotFound", Id(Fail("Get-DeviceScript -ScriptId $attribute -ScriptType PowerShell, Shell")));

        Assert.Equal(3, Sent.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-ScriptType Shell")]
    public void An_id_that_is_nowhere_has_one_error(string more)
    {
        ErrorRecord error = FailAndGoOn($"Get-DeviceScript -ScriptId $missing {more}");

        AssertError(error, "ScriptNotFound", ErrorCategory.ObjectNotFound);
        Assert.Equal(Guid.Parse(Demo.Missing), Target(error));
        Assert.Contains(Demo.Missing, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_ids_have_an_outcome_each() => Assert.Equal(
        [Demo.Attribute, "ScriptNotFound", Demo.Windows],
        Outcomes("Get-DeviceScript -ScriptId $attribute, $missing, $windows"));

    [Theory]
    [InlineData("Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell")]
    [InlineData("Compare-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell")]
    [InlineData("Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount 1")]
    [InlineData("Get-DeviceScript 'Install*'")]
    [InlineData("[pscustomobject]@{ ScriptId = $shell; ScriptType = 'Shell' }")]
    [InlineData("[pscustomobject]@{ ScriptId = $shell; ScriptType = [long]2 }")]
    public void Takes_id_and_family_from_the_pipeline_by_property_name(string source)
    {
        object input = Assert.Single(Succeed(source));
        Service.Requests.Clear();

        PSObject script = Assert.Single(Succeed("$in | Get-DeviceScript", input));
        Assert.Equal("Install Company Portal", Value(script, "DisplayName"));
        Assert.Equal([$"GET {Demo.ShellSummary.Replace("/runSummary", "", StringComparison.Ordinal)}"], Sent);
    }

    [Fact]
    public void An_object_that_names_no_family_is_looked_for_in_all_even_after_one_that_does()
    {
        Assert.Equal(
            [Demo.Shell, Demo.Attribute, Demo.Windows],
            Outcomes("[pscustomobject]@{ ScriptId = $shell; ScriptType = 2 }, [pscustomobject]@{ ScriptId = $attribute }, [pscustomobject]@{ ScriptId = $windows; ScriptType = 'PowerShell' } | Get-DeviceScript"));
        Assert.Equal(1 + 3 + 1, Sent.Count);
    }

    [Fact]
    public void The_way_from_script_to_summary_and_back_is_closed() => Assert.Equal(
        Service.Scripts.All.OrderBy(script => script.Family).Select(script => script.DisplayName),
        Succeed("Get-DeviceScript | Get-DeviceScriptRunSummary | Get-DeviceScript").Select(script => Value(script, "DisplayName")));

    [Theory]
    [InlineData("-ScriptId $shell -IncludeContent")]
    [InlineData("'Install*' -IncludeContent")]
    public void IncludeContent_brings_the_script_in_base64(string parameters)
    {
        PSObject script = Assert.Single(Succeed($"Get-DeviceScript {parameters}"));

        Assert.Equal(
            "#!/bin/zsh\ninstaller -pkg /tmp/CompanyPortal.pkg -target /",
            Encoding.UTF8.GetString(Convert.FromBase64String((string)Value(script, "ScriptContent")!)));
    }

    [Theory]
    [InlineData("-ScriptId $shell")]
    [InlineData("'Install*'")]
    public void Without_it_there_is_no_content(string parameters) =>
        Assert.Null(Value(Assert.Single(Succeed($"Get-DeviceScript {parameters}")), "ScriptContent"));

    [Fact]
    public void IncludeContent_reads_the_scripts_that_fit_only()
    {
        Assert.Equal(2, Succeed("Get-DeviceScript 'Set*' -IncludeContent").Count);

        Assert.Equal(3 + 2, Sent.Count);
    }

    [Fact]
    public void A_script_that_is_deleted_between_the_list_and_the_read_has_one_error_and_the_others_come()
    {
        Guid gone = Guid.Parse(Demo.OtherShell);
        Service.Faults.On("GET", "/deviceShellScripts").Once().AfterWrite(page =>
        {
            Service.Scripts.Remove(gone);
            return page;
        });

        var result = Invoke("Get-DeviceScript -ScriptType Shell -IncludeContent");
        Assert.Equal(["Install Company Portal", "Set time zone"], result.Output.Select(script => Value(script!, "DisplayName")));
        ErrorRecord error = Assert.Single(result.AllErrors);
        AssertError(error, "ScriptNotFound", ErrorCategory.ObjectNotFound);
        Assert.Equal(Demo.OtherShell, Value(PSObject.AsPSObject(error.TargetObject), "ScriptId"));
        Assert.Contains("Enable FileVault", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_family_that_is_refused_does_not_keep_an_id_from_being_found_in_another()
    {
        Service.Faults.On("GET", "/deviceManagementScripts").Status(403, "Forbidden", "No.");

        Assert.Single(Succeed("Get-DeviceScript -ScriptId $shell"));
        Assert.Equal("PermissionDenied", Id(Fail("Get-DeviceScript -ScriptId $missing")));
    }
}
