using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.RunStates;

public sealed class CompareTests : RunStateCommandTest
{
    private const int Seed = 7;

    protected override SandboxOptions Options => new() { GeneratedScripts = 10 };

    [Fact]
    public void Where_nothing_has_drifted_nothing_differs()
    {
        var compared = Succeed("Get-DeviceScript | Compare-DeviceScriptRunSummary");

        Assert.Equal(AllScripts.Select(script => script.Id), compared.Select(ScriptOf));
        Assert.All(compared, comparison => Assert.Equal(new SummaryCounts(0, 0, 0, 0), Differences(comparison)));
        Assert.All(compared, comparison => Assert.False((bool)Value(comparison, "HasDrift")!));
        Assert.Empty(Succeed("Get-DeviceScript | Compare-DeviceScriptRunSummary -DriftOnly"));
    }

    [Fact]
    public void DriftOnly_gives_those_that_have_drifted_with_what_is_recorded_and_what_is_true()
    {
        IReadOnlyDictionary<Guid, DriftedSummary> drifted = Service.RunStates.Drift(Seed);

        var compared = Succeed("Get-DeviceScript | Compare-DeviceScriptRunSummary -DriftOnly");

        Assert.Equal(AllScripts.Where(script => drifted.ContainsKey(script.Id)).Select(script => script.Id), compared.Select(ScriptOf));
        Assert.All(compared, comparison =>
        {
            DriftedSummary known = drifted[ScriptOf(comparison)];
            Assert.Equal((known.Recorded, known.True), (Counts(comparison, "Recorded"), Counts(comparison)));
            Assert.Equal(Less(known.True, known.Recorded), Differences(comparison));
            Assert.True((bool)Value(comparison, "HasDrift")!);
            Assert.Equal("RunSummary.RunSummaryComparison", comparison.TypeNames[0]);
        });
    }

    [Fact]
    public void All_are_given_where_drift_alone_is_not_asked_for()
    {
        IReadOnlyDictionary<Guid, DriftedSummary> drifted = Service.RunStates.Drift(Seed);

        var compared = Succeed("Get-DeviceScript | Compare-DeviceScriptRunSummary");

        Assert.Equal(Service.Scripts.All.Count, compared.Count);
        Assert.Equal(drifted.Keys.Order(), compared.Where(comparison => (bool)Value(comparison, "HasDrift")!).Select(ScriptOf).Order());
    }

    [Fact]
    public void Update_repairs_what_has_drifted_and_writes_nothing_else()
    {
        IReadOnlyDictionary<Guid, DriftedSummary> drifted = Service.RunStates.Drift(Seed);

        Assert.Equal(drifted.Count, Succeed("Get-DeviceScript | Compare-DeviceScriptRunSummary -DriftOnly | Update-DeviceScriptRunSummary").Count);

        Assert.Equal(drifted.Count, Sent.Count(request => request.StartsWith("PATCH", StringComparison.Ordinal)));
        Assert.All(Service.Scripts.All, script => Assert.Equal(Service.RunStates.Truth(script.Id).Counts, Service.Scripts.Summary(script.Id)!.Counts));
        Assert.Empty(Succeed("Get-DeviceScript | Compare-DeviceScriptRunSummary -DriftOnly"));
    }

    [Fact]
    public void A_count_that_the_record_lacks_is_drift()
    {
        Service.Faults.On("GET", Demo.ShellSummary).AfterWrite(json =>
        {
            json.Remove("errorUserCount");
            return json;
        });

        PSObject comparison = Assert.Single(Succeed("$shell | Compare-DeviceScriptRunSummary -ScriptType Shell -DriftOnly"));

        Assert.Equal((null, null, true), (Value(comparison, "RecordedErrorUserCount"), Value(comparison, "ErrorUserCountDifference"), Value(comparison, "HasDrift")));
    }

    [Fact]
    public void Each_object_has_one_outcome_in_its_place() => Assert.Equal(
        [Demo.Windows, "ScriptNotFound", "ScriptTypeUnknown", Demo.Shell],
        Outcomes("@{ ScriptType = 1; Id = $windows }, @{ ScriptType = 2; Id = $missing }, @{ Id = $shell }, @{ ScriptType = 2; Id = $shell } | Compare-DeviceScriptRunSummary"));

    private static SummaryCounts Differences(PSObject comparison) => new(
        Number(comparison, "SuccessDeviceCountDifference"),
        Number(comparison, "ErrorDeviceCountDifference"),
        Number(comparison, "SuccessUserCountDifference"),
        Number(comparison, "ErrorUserCountDifference"));

    private static SummaryCounts Less(SummaryCounts one, SummaryCounts other) => new(
        one.SuccessDevices - other.SuccessDevices, one.ErrorDevices - other.ErrorDevices, one.SuccessUsers - other.SuccessUsers, one.ErrorUsers - other.ErrorUsers);
}
