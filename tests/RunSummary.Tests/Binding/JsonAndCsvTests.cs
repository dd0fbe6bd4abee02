using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Binding;

/// <summary>Custom objects with the value types that ConvertFrom-Json (long, double, DateTime) and Import-Csv (string) give.</summary>
public sealed class JsonAndCsvTests : ShapeTest
{
    [Theory]
    [InlineData("[long]1", "$windows", Demo.WindowsSummary)]
    [InlineData("[long]2", "$shell", Demo.ShellSummary)]
    [InlineData("[long]4", "$attribute", Demo.AttributeSummary)]
    [InlineData("2.0", "$shell", Demo.ShellSummary)]
    [InlineData("'Shell'", "$shell", Demo.ShellSummary)]
    [InlineData("'PowerShell'", "$windows", Demo.WindowsSummary)]
    [InlineData("'CustomAttribute'", "$attribute", Demo.AttributeSummary)]
    public void A_script_from_JSON_is_taken(string type, string id, string address) => AssertNames(
        $"[pscustomobject]@{{ ScriptId = {id}; ScriptType = {type}; DisplayName = 'A'; CreatedDateTime = [datetime]'2024-04-08'; RetryCount = [long]4; RoleScopeTagIds = @('0') }}",
        address);

    [Theory]
    [InlineData("2")]
    [InlineData("Shell")]
    [InlineData("shell")]
    [InlineData(" SHELL ")]
    public void A_row_of_CSV_is_taken(string type) => AssertNames(
        $"[pscustomobject]@{{ ScriptId = ' {Demo.Shell.ToUpperInvariant()} '; ScriptType = '{type}'; DisplayName = 'A'; RetryCount = '3' }}",
        Demo.ShellSummary);

    [Fact]
    public void A_run_summary_from_JSON_is_taken_with_its_counts() => AssertSends(
        "[pscustomobject]@{ ScriptId = $shell; ScriptType = [long]2; ScriptName = $null; Id = 'x'; ErrorDeviceCount = [long]0; ErrorUserCount = $null; SuccessDeviceCount = 12.0; SuccessUserCount = [long]5 } | Update-DeviceScriptRunSummary",
        Demo.ShellSummary,
        "errorDeviceCount=0 successDeviceCount=12 successUserCount=5");

    [Fact]
    public void Blank_cells_are_no_counts() => AssertSends(
        "[pscustomobject]@{ ScriptId = $shell; ScriptType = 'Shell'; ErrorDeviceCount = ''; ErrorUserCount = '   '; SuccessDeviceCount = '0'; SuccessUserCount = '7' } | Update-DeviceScriptRunSummary",
        Demo.ShellSummary,
        "successDeviceCount=0 successUserCount=7");

    [Fact]
    public void A_blank_count_leaves_what_the_service_holds()
    {
        Succeed("[pscustomobject]@{ ScriptId = $shell; ScriptType = 'Shell'; ErrorDeviceCount = ''; SuccessDeviceCount = '120' } | Update-DeviceScriptRunSummary");

        PSObject summary = Assert.Single(Succeed("Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell"));
        Assert.Equal((4, 120), (Value(summary, "ErrorDeviceCount"), Value(summary, "SuccessDeviceCount")));
    }

    [Theory]
    [InlineData("''")]
    [InlineData("'  '")]
    [InlineData("$null")]
    public void A_blank_family_is_none(string type)
    {
        string row = $"[pscustomobject]@{{ ScriptId = $shell; ScriptType = {type} }}";

        AssertRefused(row, "ScriptTypeUnknown", ErrorCategory.InvalidArgument);
        AssertNames(row, Demo.ShellSummary, "-ScriptType Shell");
    }

    [Theory]
    [InlineData("'Bash'")]
    [InlineData("'3'")]
    [InlineData("[long]0")]
    [InlineData("[long]-1")]
    [InlineData("2.5")]
    [InlineData("'02'")]
    [InlineData("'Shell,PowerShell'")]
    [InlineData("$true")]
    public void An_unknown_family_is_refused_even_where_one_is_given(string type)
    {
        string row = $"[pscustomobject]@{{ ScriptId = $shell; ScriptType = {type} }}";

        AssertRefused(row, "ScriptTypeUnknown", ErrorCategory.InvalidArgument);
        AssertRefused(row, "ScriptTypeUnknown", ErrorCategory.InvalidArgument, "-ScriptType Shell");
    }

    [Theory]
    [InlineData("''")]
    [InlineData("'   '")]
    [InlineData("$null")]
    [InlineData("'install-company-portal'")]
    [InlineData("'7a1c0011-5b1e-4c0a-9d61-2f6c0de5001'")]
    [InlineData("[long]7")]
    public void A_script_id_that_is_blank_or_no_guid_is_refused(string id) => AssertRefused(
        $"[pscustomobject]@{{ ScriptId = {id}; ScriptType = 'Shell' }}", "ScriptIdInvalid", ErrorCategory.InvalidArgument);

    [Fact]
    public void Graph_objects_that_went_through_JSON_are_taken() => AssertNames(
        "[pscustomobject]@{ '@odata.type' = '#microsoft.graph.deviceShellScript'; id = $shell; displayName = 'A'; runSummary = [pscustomobject]@{ id = 'x'; successDeviceCount = [long]9 } }",
        Demo.ShellSummary);

    [Fact]
    public void Counts_under_an_expanded_run_summary_from_JSON_are_sent() => AssertSends(
        "[pscustomobject]@{ '@odata.type' = '#microsoft.graph.deviceShellScript'; id = $shell; runSummary = [pscustomobject]@{ id = 'x'; successDeviceCount = [long]9; errorDeviceCount = [long]0 } } | Update-DeviceScriptRunSummary",
        Demo.ShellSummary,
        "errorDeviceCount=0 successDeviceCount=9");
}
