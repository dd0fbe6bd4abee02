using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Binding;

public sealed class CountTests : ConnectedTest
{
    private const string Script = "@{ ScriptType = 'Shell'; Id = $shell; ErrorDeviceCount = 40; SuccessUserCount = 41 }";
    private const string Row = "[pscustomobject]@{ ScriptType = 'Shell'; Id = $shell; ErrorDeviceCount = '40'; SuccessUserCount = '41' }";

    [Theory]
    [InlineData(Script)]
    [InlineData(Row)]
    public void A_parameter_wins_over_the_object(string script) => AssertSends(
        $"{script} | Update-DeviceScriptRunSummary -ErrorDeviceCount 3 -SuccessDeviceCount 9",
        Demo.ShellSummary,
        "errorDeviceCount=3 successDeviceCount=9 successUserCount=41");

    [Theory]
    [InlineData("0")]
    [InlineData("'0'")]
    [InlineData("0.0")]
    public void A_zero_wins_too_and_is_sent(string zero) => AssertSends(
        $"{Row} | Update-DeviceScriptRunSummary -ErrorDeviceCount {zero}", Demo.ShellSummary, "errorDeviceCount=0 successUserCount=41");

    [Theory]
    [InlineData("$null")]
    [InlineData("''")]
    [InlineData("'  '")]
    [InlineData("\"`t`r`n\"")]
    [InlineData("[DBNull]::Value")]
    public void A_blank_parameter_is_not_supplied(string blank)
    {
        AssertSends($"{Script} | Update-DeviceScriptRunSummary -ErrorDeviceCount ({blank})", Demo.ShellSummary, "errorDeviceCount=40 successUserCount=41");
        AssertSends($"{Row} | Update-DeviceScriptRunSummary -ErrorUserCount ({blank})", Demo.ShellSummary, "errorDeviceCount=40 successUserCount=41");
    }

    [Theory]
    [InlineData("$null")]
    [InlineData("''")]
    [InlineData("'  '")]
    [InlineData("\"`t\"")]
    [InlineData("[char]0xA0 + ''")]
    [InlineData("[DBNull]::Value")]
    public void A_blank_of_the_object_is_not_supplied(string blank)
    {
        AssertSends($"@{{ ScriptType = 'Shell'; Id = $shell; ErrorDeviceCount = {blank}; SuccessUserCount = 0 }} | Update-DeviceScriptRunSummary", Demo.ShellSummary, "successUserCount=0");
        AssertSends($"[pscustomobject]@{{ ScriptType = 'Shell'; Id = $shell; ErrorDeviceCount = {blank}; SuccessUserCount = '0' }} | Update-DeviceScriptRunSummary", Demo.ShellSummary, "successUserCount=0");
    }

    [Theory]
    [InlineData("12")]
    [InlineData("'12'")]
    [InlineData("' 12 '")]
    [InlineData("'012'")]
    [InlineData("'12.0'")]
    [InlineData("12.0")]
    [InlineData("12L")]
    [InlineData("[byte]12")]
    [InlineData("[int16]12")]
    [InlineData("[uint32]12")]
    [InlineData("[uint64]12")]
    [InlineData("[decimal]12")]
    [InlineData("[decimal]12.00")]
    [InlineData("[single]12")]
    [InlineData("[bigint]12")]
    public void A_whole_number_of_any_type_is_sent_as_an_integer(string value)
    {
        AssertSends($"@{{ ScriptType = 'Shell'; Id = $shell; ErrorUserCount = {value} }} | Update-DeviceScriptRunSummary", Demo.ShellSummary, "errorUserCount=12");
        AssertSends($"[pscustomobject]@{{ ScriptType = 'Shell'; Id = $shell; ErrorUserCount = {value} }} | Update-DeviceScriptRunSummary", Demo.ShellSummary, "errorUserCount=12");
        AssertSends($"Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount ({value})", Demo.ShellSummary, "errorUserCount=12");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2147483647")]
    public void The_bounds_are_counts(string value)
    {
        AssertSends($"@{{ ScriptType = 'Shell'; Id = $shell; ErrorUserCount = {value} }} | Update-DeviceScriptRunSummary", Demo.ShellSummary, $"errorUserCount={value}");
        AssertSends($"@{{ ScriptType = 'Shell'; Id = $shell; ErrorUserCount = '{value}' }} | Update-DeviceScriptRunSummary", Demo.ShellSummary, $"errorUserCount={value}");
    }

    [Fact]
    public void All_four_are_sent_in_one_request_and_the_type_with_them()
    {
        AssertSends(
            "Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -SuccessUserCount 4 -SuccessDeviceCount 3 -ErrorUserCount 2 -ErrorDeviceCount 1",
            Demo.ShellSummary,
            "errorDeviceCount=1 errorUserCount=2 successDeviceCount=3 successUserCount=4");

        Assert.Equal(
            """{"@odata.type":"#microsoft.graph.deviceManagementScriptRunSummary","errorDeviceCount":1,"errorUserCount":2,"successDeviceCount":3,"successUserCount":4}""",
            Assert.Single(Service.Requests.All).Body);
    }

    [Theory]
    [InlineData("@{ ScriptType = 'Shell'; Id = $shell }")]
    [InlineData("@{ ScriptType = 'Shell'; Id = $shell; ErrorDeviceCount = ''; runSummary = @{ id = $missing; successUserCount = $null } }")]
    [InlineData("[pscustomobject]@{ ScriptType = 'Shell'; Id = $shell; ErrorDeviceCount = ''; ErrorUserCount = ' '; SuccessDeviceCount = $null; SuccessUserCount = [DBNull]::Value }")]
    public void No_count_at_all_is_an_error_and_nothing_is_sent(string script)
    {
        AssertError(Fail($"{script} | Update-DeviceScriptRunSummary"), "NoCountsSupplied", ErrorCategory.InvalidArgument);
        AssertError(Fail($"{script} | Update-DeviceScriptRunSummary -ErrorDeviceCount ''"), "NoCountsSupplied", ErrorCategory.InvalidArgument);
        Assert.Empty(Sent);
    }

    [Fact]
    public void No_count_by_id_is_an_error_for_each_id() => Assert.Equal(
        ["NoCountsSupplied", "NoCountsSupplied"],
        Outcomes("Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell, $otherShell"));

    [Fact]
    public void Reading_a_summary_needs_no_count_and_minds_no_wrong_one() =>
        Assert.Single(Succeed("[pscustomobject]@{ ScriptType = 'Shell'; Id = $shell; ErrorDeviceCount = 'abc' } | Get-DeviceScriptRunSummary"));
}
