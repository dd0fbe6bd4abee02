using System.Linq;
using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Binding;

public sealed class OwnObjectsTests : ShapeTest
{
    private const string RoundTrip =
        " | ForEach-Object { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) }";

    [Theory]
    [InlineData("Set BitLocker policy", Demo.WindowsSummary)]
    [InlineData("Install Company Portal", Demo.ShellSummary)]
    [InlineData("Battery cycle count", Demo.AttributeSummary)]
    public void A_script_of_each_family_is_taken(string name, string address)
    {
        PSObject script = Assert.Single(Succeed($"Get-DeviceScript -Name '{name}'"));

        AssertNames("$in", address, input: script);
    }

    [Theory]
    [InlineData("Set BitLocker policy", Demo.WindowsSummary)]
    [InlineData("Install Company Portal", Demo.ShellSummary)]
    [InlineData("Battery cycle count", Demo.AttributeSummary)]
    public void A_script_that_was_serialised_is_taken(string name, string address)
    {
        PSObject copy = Assert.Single(Succeed($"Get-DeviceScript -Name '{name}' {RoundTrip}"));

        Assert.Contains("Deserialized.RunSummary.DeviceScript", copy.TypeNames);
        AssertNames("$in", address, input: copy);
    }

    [Theory]
    [InlineData("Set BitLocker policy", Demo.WindowsSummary)]
    [InlineData("Install Company Portal", Demo.ShellSummary)]
    [InlineData("Battery cycle count", Demo.AttributeSummary)]
    public void A_run_summary_is_taken_for_its_script(string name, string address)
    {
        PSObject summary = Assert.Single(Succeed($"Get-DeviceScript -Name '{name}' | Get-DeviceScriptRunSummary"));

        AssertNames("$in", address, input: summary);
    }

    [Theory]
    [InlineData("Set BitLocker policy", Demo.WindowsSummary)]
    [InlineData("Install Company Portal", Demo.ShellSummary)]
    [InlineData("Battery cycle count", Demo.AttributeSummary)]
    public void A_run_summary_that_was_serialised_is_taken_for_its_script(string name, string address)
    {
        PSObject copy = Assert.Single(Succeed($"Get-DeviceScript -Name '{name}' | Get-DeviceScriptRunSummary {RoundTrip}"));

        Assert.Contains("Deserialized.RunSummary.DeviceScriptRunSummary", copy.TypeNames);
        AssertNames("$in", address, input: copy);
    }

    [Theory]
    [InlineData("")]
    [InlineData(RoundTrip)]
    public void A_run_summary_brings_its_four_counts(string way)
    {
        PSObject summary = Assert.Single(Succeed($"Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell {way}"));

        AssertSends(
            "$in | Update-DeviceScriptRunSummary",
            Demo.ShellSummary,
            "errorDeviceCount=4 errorUserCount=4 successDeviceCount=118 successUserCount=112",
            summary);
    }

    [Theory]
    [InlineData("")]
    [InlineData(RoundTrip)]
    public void A_changed_count_of_a_run_summary_is_sent_with_the_others(string way)
    {
        PSObject summary = Assert.Single(Succeed($"Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell {way}"));

        AssertSends(
            "$in.ErrorUserCount = 0; $in | Update-DeviceScriptRunSummary",
            Demo.ShellSummary,
            "errorDeviceCount=4 errorUserCount=0 successDeviceCount=118 successUserCount=112",
            summary);
    }

    [Theory]
    [InlineData("")]
    [InlineData(RoundTrip)]
    public void The_name_is_carried_over(string way)
    {
        PSObject[] summaries =
        [
            .. Succeed($"Get-DeviceScript -Name 'Install Company Portal' {way} | Get-DeviceScriptRunSummary"),
            .. Succeed($"Get-DeviceScript -Name 'Install Company Portal' | Get-DeviceScriptRunSummary {way} | Update-DeviceScriptRunSummary"),
        ];

        Assert.Equal(["Install Company Portal", "Install Company Portal"], summaries.Select(summary => Value(summary, "ScriptName")));
    }

    [Fact]
    public void A_script_made_by_hand_is_taken() => AssertNames(
        "& { $script = [RunSummary.DeviceScript]::new(); $script.ScriptType = 'Shell'; $script.ScriptId = $shell; $script }",
        Demo.ShellSummary);

    [Fact]
    public void Own_objects_mixed_with_their_copies_keep_their_order() => Assert.Equal(
        [Demo.Windows, Demo.Shell, Demo.Attribute, Demo.Windows],
        Outcomes(
            $"& {{ Get-DeviceScript 'Set BitLocker*'; Get-DeviceScript 'Install*' {RoundTrip}; Get-DeviceScript 'Battery*' | Get-DeviceScriptRunSummary; Get-DeviceScript 'Set BitLocker*' | Get-DeviceScriptRunSummary {RoundTrip} }}"
            + " | Update-DeviceScriptRunSummary -ErrorDeviceCount 1"));
}
