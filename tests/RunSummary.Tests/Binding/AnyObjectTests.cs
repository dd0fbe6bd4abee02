using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using RunSummary.Sandbox.Hosting;
using RunSummary.Tests.Reports;
using Xunit;

namespace RunSummary.Tests.Binding;

/// <summary>Whatever is piped, each object has exactly one outcome. RUNSUMMARY_FUZZ_OBJECTS makes it more of them, others each time.</summary>
public sealed class AnyObjectTests : ReportTest
{
    private const int Usual = 300;

    private static readonly int Objects = int.Parse(Environment.GetEnvironmentVariable("RUNSUMMARY_FUZZ_OBJECTS") ?? $"{Usual}", CultureInfo.InvariantCulture);

    private static readonly string[] Ids = ["ScriptTypeUnknown", "ScriptTypeMismatch", "ScriptIdInvalid", "ScriptNotFound", "CountInvalid", "NoCountsSupplied", "ScriptTypeNotSupported"];

    [Theory]
    [InlineData("Update-DeviceScriptRunSummary")]
    [InlineData("Get-DeviceScriptRunSummary")]
    [InlineData("Measure-DeviceScriptRunSummary")]
    [InlineData("Compare-DeviceScriptRunSummary")]
    public void Each_has_exactly_one_outcome(string command) => AssertOutcomes(command, result => result.Output.Count);

    [Fact]
    public void Each_is_restored_or_refused()
    {
        Succeed("Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorDeviceCount 1 -JournalPath $folder/run.jsonl");

        AssertOutcomes("Restore-DeviceScriptRunSummary $folder/run.jsonl -Force -Confirm:$false", result => result.Output.Count);
    }

    [Fact]
    public void Each_is_in_the_report_or_refused() => AssertOutcomes($"{Export} $folder/a.json", _ =>
    {
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(PathOf("a.json")));
        return report.RootElement.GetProperty("scripts").GetArrayLength();
    });

    private void AssertOutcomes(string command, Func<InvocationResult, int> outputs)
    {
        int seed = Objects == Usual ? 20260302 : Environment.TickCount;
        AnyObject any = new(new Random(seed));
        object?[] objects = [.. Enumerable.Range(0, Objects).Select(_ => any.Next())];

        InvocationResult result = Invoke($"$in | {command}", objects);

        Assert.Null(result.Terminating);
        ErrorRecord? strange = result.AllErrors.FirstOrDefault(error => !Ids.Contains(Id(error)));
        Assert.True(strange is null, $"One of {Objects} objects of seed {seed} gave {strange?.FullyQualifiedErrorId}: {strange?.Exception}");
        int count = outputs(result);
        Assert.True(count + result.AllErrors.Count == Objects, $"{Objects} objects of seed {seed} had {count} outputs and {result.AllErrors.Count} errors.");
        Assert.NotEqual(0, count);
    }
}
