using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.Reports;

/// <summary>What can be reported on.</summary>
public sealed class ReportInputTests : ReportTest
{
    [Theory]
    [InlineData("@{ ScriptId = $shell; ErrorDeviceCount = 1 }", "ScriptTypeUnknown")]
    [InlineData("@{ ScriptType = 2; ScriptId = 'x'; ErrorDeviceCount = 1 }", "ScriptIdInvalid")]
    [InlineData("@{ ScriptType = 2; ScriptId = $shell; ErrorDeviceCount = $null }", "NoCountsSupplied")]
    [InlineData("Get-DeviceScript 'Install*'", "NoCountsSupplied")]
    [InlineData("@{ ScriptType = 2; ScriptId = $shell; ErrorDeviceCount = '1,5' }", "CountInvalid")]
    [InlineData("@{ ScriptType = 2; ScriptId = $shell; ErrorDeviceCount = 1; Pending = 1; Total = -1 }", "CountInvalid")]
    [InlineData("@{ ScriptType = 2; ScriptId = $shell; ErrorDeviceCount = 1; RecordedErrorDeviceCount = 'x' }", "CountInvalid")]
    [InlineData("$null", "ScriptTypeUnknown")]
    [InlineData("(, @())", "ScriptTypeUnknown")]
    public void An_object_that_makes_no_sense_has_one_error_and_the_others_are_reported(string bad, string id)
    {
        InvocationResult result = Invoke($"& {{ @{{ ScriptType = 1; ScriptId = $windows; ErrorDeviceCount = 1 }}; {bad}; @{{ ScriptType = 4; ScriptId = $attribute; ErrorDeviceCount = 1 }} }} | {Export} $folder/a.csv");

        Assert.Equal(id, Id(Assert.Single(result.AllErrors)));
        Assert.Null(result.Terminating);
        Assert.Equal(["PowerShell", "CustomAttribute"], File.ReadLines(PathOf("a.csv")).Skip(1).Select(line => line.Split(',')[0]));
    }

    [Theory]
    [InlineData("Get-DeviceScript | Get-DeviceScriptRunSummary", 8)]
    [InlineData("Get-DeviceScript | Measure-DeviceScriptRunSummary", 13)]
    [InlineData("Get-DeviceScript | Compare-DeviceScriptRunSummary", 22)]
    public void Live_objects_and_their_copies_give_the_same_report(string command, int columns)
    {
        string report = Write(command, "a.csv");
        Assert.Equal(columns, report.Split("\r\n")[0].Split(',').Length);
        Assert.Equal(report, Write($"{command} | ForEach-Object {{ [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) }}", "b.csv"));
        Assert.Equal(report, Write("", "e.csv", $"-InputObject ({command})"));
    }

    [Fact]
    public void ScriptType_serves_those_that_do_not_name_their_own() =>
        Assert.Contains("Shell,", Write("@{ ScriptId = $shell; ErrorDeviceCount = 1 }", "a.csv", "-ScriptType Shell"), StringComparison.Ordinal);

    [Fact]
    public void The_tenant_is_that_of_the_session_that_is_given()
    {
        string tenant = $"{Service.TenantId}";
        Assert.Contains(tenant, Write("@()", "a.md", "-Session (Connect-RunSummary -AccessToken $sandbox.AccessToken -GraphEndpoint $sandbox.GraphEndpoint -PassThru)"), StringComparison.Ordinal);

        ErrorRecord error = FailForGood($"$session = Connect-RunSummary -AccessToken $sandbox.AccessToken -GraphEndpoint $sandbox.GraphEndpoint -PassThru; Disconnect-RunSummary -Session $session; @() | {Export} $folder/b.md -Session $session");
        AssertError(error, "NotConnected", ErrorCategory.AuthenticationError);
    }
}
