using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.RunStates;

public sealed class MeasureTests : RunStateCommandTest
{
    [Fact]
    public void Every_script_comes_to_what_its_states_say()
    {
        var measured = Succeed("Get-DeviceScript | Measure-DeviceScriptRunSummary");

        Assert.Equal(AllScripts.Select(script => script.Id), measured.Select(ScriptOf));
        Assert.All(measured, summary =>
        {
            RunStateTruth truth = Service.RunStates.Truth(ScriptOf(summary));
            Assert.Equal(truth.Counts, Counts(summary));
            Assert.Equal(
                (truth.PendingDevices, truth.NotApplicableDevices, truth.UnknownDevices, truth.Devices),
                (Number(summary, "Pending"), Number(summary, "NotApplicable"), Number(summary, "Unknown"), Number(summary, "Total")));
            Assert.Equal(truth.Latest, Value(summary, "LatestState"));
            Assert.Equal("RunSummary.MeasuredRunSummary", summary.TypeNames[0]);
        });
    }

    [Fact]
    public void The_demo_script_has_the_counts_that_are_recorded_for_it()
    {
        Service.RunStates.RefusesTop = true;

        PSObject summary = Assert.Single(Succeed("Measure-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell"));

        Assert.Equal(new SummaryCounts(118, 4, 112, 4), Counts(summary));
        Assert.True(PagesOf(States) > 1, "The states should take several pages.");
    }

    [Theory]
    [InlineData("$shell | Measure-DeviceScriptRunSummary -ScriptType Shell")]
    [InlineData("@{ '@odata.type' = '#microsoft.graph.deviceShellScript'; id = $shell } | Measure-DeviceScriptRunSummary")]
    [InlineData("[pscustomobject]@{ ScriptType = 'shell'; ScriptId = $shell.ToUpperInvariant(); ErrorDeviceCount = 'none' } | Measure-DeviceScriptRunSummary")]
    [InlineData("Get-DeviceScript 'Install*' | Get-DeviceScriptRunSummary | Measure-DeviceScriptRunSummary")]
    [InlineData("Get-DeviceScript 'Install*' | Measure-DeviceScriptRunSummary | Measure-DeviceScriptRunSummary -ThrottleLimit 1")]
    [InlineData("Get-DeviceScript 'Install*' | Get-DeviceScriptRunState -RunState fail | ForEach-Object { $first = $first + 1; if ($first -eq 1) { $_ } } | Measure-DeviceScriptRunSummary")]
    public void Scripts_come_from_wherever_Update_takes_them(string command) =>
        Assert.Equal(new SummaryCounts(118, 4, 112, 4), Counts(Assert.Single(Succeed(command))));

    [Fact]
    public void A_measured_summary_updates_the_record_as_it_is()
    {
        Service.Scripts.SetSummary(Script, new SummaryCounts(1, 2, 3, 4));

        PSObject written = Assert.Single(Succeed("Get-DeviceScript 'Install*' | Measure-DeviceScriptRunSummary | Update-DeviceScriptRunSummary"));

        Assert.Equal(new SummaryCounts(118, 4, 112, 4), Counts(written));
        Assert.Equal(new SummaryCounts(118, 4, 112, 4), Service.Scripts.Summary(Script)!.Counts);
        Assert.Equal("Install Company Portal", Value(written, "ScriptName"));
        Assert.Equal(["errorDeviceCount=4 errorUserCount=4 successDeviceCount=118 successUserCount=112"], SentCounts);
    }

    [Fact]
    public void One_that_comes_back_from_another_process_does_so_too()
    {
        PSObject written = Assert.Single(Succeed(
            "Get-DeviceScript 'Install*' | Measure-DeviceScriptRunSummary | ForEach-Object { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) } | Update-DeviceScriptRunSummary"));

        Assert.Equal(new SummaryCounts(118, 4, 112, 4), Counts(written));
    }

    [Theory]
    [InlineData("Measure-DeviceScriptRunSummary")]
    [InlineData("Compare-DeviceScriptRunSummary")]
    [InlineData("Get-DeviceScriptRunState")]
    public void Session_says_which_tenant(string command)
    {
        PSObject session = Assert.Single(Succeed($"{SandboxShell.Connect} -PassThru"));
        Succeed("Connect-RunSummary -AccessToken elsewhere -GraphEndpoint http://127.0.0.1:9 -MaximumRetryCount 0");

        Assert.NotEmpty(Succeed($"$shell | {command} -ScriptType Shell -Session $in", session));
    }

    [Fact]
    public void A_script_without_states_comes_to_zeros()
    {
        Service.RunStates.Set(Script, []);
        Service.RunStates.SetUsers(Script, []);

        PSObject summary = Assert.Single(Succeed("$shell | Measure-DeviceScriptRunSummary -ScriptType Shell"));

        Assert.Equal(new SummaryCounts(0, 0, 0, 0), Counts(summary));
        Assert.Equal((0, null), (Number(summary, "Total"), Value(summary, "LatestState")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(19)]
    [InlineData(999)]
    [InlineData(1000)]
    public void The_size_of_the_pages_does_not_matter(int size)
    {
        // A service that refuses $top decides itself.
        Service.RunStates.RefusesTop = true;
        DeviceState[] states = [.. Enumerable.Range(0, size + 1).Select(number => Device(number % 3 == 0 ? "fail" : "success"))];
        string[][] pages = [.. states.Select(state => $$"""{"runState":"{{state.RunState}}"}""").Chunk(size)];
        Service.RunStates.SetRaw(Script, [.. pages.Select((page, number) =>
            $$"""{"@odata.nextLink":{{(number + 1 < pages.Length ? "\"{next}\"" : "null")}},"value":[{{string.Join(",", page)}}]}""")]);

        PSObject summary = Assert.Single(Succeed("$shell | Measure-DeviceScriptRunSummary -ScriptType Shell"));

        Assert.Equal((size + 1, (size / 3) + 1), (Number(summary, "Total"), Number(summary, "ErrorDeviceCount")));
    }

    [Fact]
    public void Each_object_has_one_outcome_in_its_place()
    {
        Assert.Equal(
            [Demo.Windows, "ScriptNotFound", "ScriptIdInvalid", Demo.Shell, "ScriptTypeNotSupported", "ScriptTypeUnknown", Demo.Attribute],
            Outcomes("""
                @{ ScriptType = 1; Id = $windows }, @{ ScriptType = 2; Id = $missing }, @{ ScriptType = 2; Id = 'no guid' }, @{ ScriptType = 2; Id = $shell },
                @{ '@odata.type' = '#microsoft.graph.deviceHealthScript'; id = $shell }, @{ Id = $shell }, @{ ScriptType = 4; Id = $attribute } | Measure-DeviceScriptRunSummary
                """));
    }

    [Fact]
    public void What_looks_like_a_state_inside_a_message_is_none()
    {
        Service.RunStates.Set(Script,
        [
            Device("success") with { ResultMessage = "\"runState\":\"fail\"}],\"value\":[{\"runState\":\"fail\"}" },
            Device("success") with { ResultMessage = "{\"runState\":\"fail\"}", ErrorDescription = "],\"@odata.nextLink\":\"https://evil.example/\"" },
            Device("läuft 😀") with { ResultMessage = null },
            Device(null),
        ]);
        Service.RunStates.RefusesSelect = true;

        PSObject summary = Assert.Single(Succeed("$shell | Measure-DeviceScriptRunSummary -ScriptType Shell"));

        Assert.Equal((2, 0, 2, 4), (Number(summary, "SuccessDeviceCount"), Number(summary, "ErrorDeviceCount"), Number(summary, "Unknown"), Number(summary, "Total")));
    }
}
