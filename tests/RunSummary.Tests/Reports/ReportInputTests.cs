using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Hosting;
using RunSummary.Tests.Commands;
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
    [InlineData("@{ ScriptType = 2; ScriptId = $shell }", "Shell script {0}: it has no count of a script; blanks and nulls are not counts. Pipe what Get-, Measure- or Compare-DeviceScriptRunSummary gives, or objects that have at least one of ErrorDeviceCount, ErrorUserCount, SuccessDeviceCount, SuccessUserCount.", "Pipe a run summary")]
    [InlineData("@{ ScriptType = 2; ScriptId = $shell; UserPrincipalName = 'a@example.com'; ErrorDeviceCount = 1 }", "Shell script {0}: it has no count of a script; blanks", "The counts of a user's state")]
    [InlineData("@{ ScriptType = 2; ScriptId = $shell; ErrorDeviceCount = 1; Pending = '1,5' }", "Shell script {0}: Pending is '1,5', which is not a whole number from 0 to 2147483647. It is not in the report.", "Correct the value to a whole number from 0 to 2147483647 without separators, or leave it blank where it is not known.")]
    public void An_error_talks_of_the_report_and_of_no_write(string bad, string message, string action)
    {
        ErrorRecord error = Fail($"{bad} | {Export} $folder/a.csv");

        Assert.StartsWith(message.Replace("{0}", $"{Demo.Shell}", StringComparison.Ordinal), error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith(action, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@()")]
    [InlineData("@{ ScriptType = 2; ScriptId = $shell }")]
    public void A_report_on_no_scripts_warns(string input)
    {
        string warning = Assert.Single(Invoke($"{input} | {Export} $folder/a.csv -ErrorAction Ignore 3>&1").Values)!.ToString()!;

        Assert.Equal($"The report '{PathOf("a.csv")}' is on no scripts.", warning);
        Assert.True(File.Exists(PathOf("a.csv")));
    }

    [Theory]
    [InlineData("Get-DeviceScript | Get-DeviceScriptRunSummary", 8)]
    [InlineData("Get-DeviceScript | Measure-DeviceScriptRunSummary", 13)]
    [InlineData("Get-DeviceScript | Compare-DeviceScriptRunSummary", 22)]
    public void Live_objects_and_their_copies_give_the_same_report(string command, int columns)
    {
        string report = Write(command, "a.csv");
        Assert.Equal(columns, report.Split("\r\n")[0].Split(',').Length);
        foreach (int depth in (int[])[1, 2])
        {
            Assert.Equal(report, Write($"{command} | ForEach-Object {{ [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_, {depth})) }}", "b.csv"));
        }

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
