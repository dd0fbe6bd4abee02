using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Bulk;

/// <summary>A bad day of the service. RUNSUMMARY_CHAOS=100000 makes it a longer one.</summary>
public sealed class ChaosTests : BulkTest
{
    private const double Chance = 0.2;
    private const int MissingEach = 500;

    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("RUNSUMMARY_CHAOS"), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 10_000;

    private static readonly SandboxScript Missing = new() { Family = ScriptFamily.Shell, DisplayName = "Missing" };

    protected override SandboxOptions Options => new() { GeneratedScripts = (Count / 3) + 1, WriteLimit = int.MaxValue - 1, Seed = 4711 };

    [Fact]
    public void On_a_bad_day_every_input_has_its_one_outcome_and_the_service_holds_what_was_wanted()
    {
        SandboxScript[] scripts = [.. Service.Scripts.All.Take(Count)];
        Service.Requests.Capacity = int.MaxValue;
        Service.Tokens.Lifetime = TimeSpan.FromSeconds(10);
        Connect($"-WriteLimit {int.MaxValue} -MaximumRetryCount 100");
        BadDay.Begin(Service, Chance);
        Stopwatch watch = Stopwatch.StartNew();

        IReadOnlyList<PSObject?> outcomes = Invoke(Update + " 2>&1", Inputs(scripts)).Output;

        Report(watch.Elapsed);
        Assert.Equal(Inputs(scripts).Select(input => (string)input.Properties["ScriptId"].Value), outcomes.Select(ScriptIdOf));
        Assert.All(outcomes.Where(outcome => outcome!.BaseObject is ErrorRecord), error =>
            AssertError((ErrorRecord)error!.BaseObject, "ScriptNotFound", ErrorCategory.ObjectNotFound));
        Assert.Equal(scripts.Select((script, index) => ValueOf(index)), scripts.Select(Held));
        Assert.True(Writes.Count <= 1.4 * Least(), $"{Writes.Count} items were sent where {Least()} would do.");
    }

    private static int ValueOf(int index) => 1_000_000 + index;

    /// <summary>A script that isn't there comes in between now and then.</summary>
    private static PSObject[] Inputs(SandboxScript[] scripts) =>
    [
        .. scripts.SelectMany((script, index) => index % MissingEach == 0
            ? new[] { Wanted(Missing, 1), Wanted(script, ValueOf(index)) }
            : [Wanted(script, ValueOf(index))]),
    ];

    private static string ScriptIdOf(PSObject? outcome) => outcome!.BaseObject is ErrorRecord error
        ? (string)((PSObject)error.TargetObject).Properties["ScriptId"].Value
        : (string)outcome.Properties["ScriptId"].Value;

    /// <summary>One write for each script, and one more for each that a fault made worthless.</summary>
    private int Least()
    {
        HashSet<string> lost = [.. Envelopes.Where(envelope => envelope.Fault is not (null or "Hang")).Select(envelope => envelope.Request.RequestId)];
        int worthless = Writes.Count(write => write.InBatch
            ? write.Fault is not null || lost.Contains(write.EnvelopeId!)
            : write.Fault is not (null or "Hang"));
        return Count + (Count / MissingEach) + worthless;
    }

    private void Report(TimeSpan time)
    {
        ITestOutputHelper output = TestContext.Current.TestOutputHelper!;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Count} updates in {time.TotalSeconds:0.0} s: {Writes.Count} items sent in {Envelopes.Count} batches, {(double)Writes.Count / Least():0.000} of the least ({Least()}), {Service.Tokens.IssuedCount} tokens."));
        output.WriteLine(string.Join(", ", Service.Faults.Drawn.OrderBy(drawn => drawn.Key).Select(drawn => $"{drawn.Value} × {drawn.Key}")));
    }
}
