using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.RunStates;

/// <summary>The most memory that a process takes that measures one script; each in a process of its own.</summary>
internal static class CountChild
{
    public const string Verb = "states-once";

    private const double Megabyte = 1_000_000;

    private sealed record Outcome(long PeakBytes, Tally Counted);

    /// <summary>Runs a child and gives its peak in MB.</summary>
    /// <exception cref="InvalidOperationException">It failed, or counted something else.</exception>
    public static async Task<double> MeasureAsync(
        CountedScript script, Tally truth, params IReadOnlyCollection<KeyValuePair<string, string>> environment)
    {
        ChildRun child = await Child.RunAsync([Verb, .. script.ToArguments()], environment);
        Outcome outcome = JsonSerializer.Deserialize<Outcome>(child.Said)!;
        truth.Require("A fresh process", outcome.Counted);
        return outcome.PeakBytes / Megabyte;
    }

    public static async Task RunAsync(CountedScript script)
    {
        using ModuleShell shell = new();
        using MeasureCmdlet cmdlet = new(shell, script);
        cmdlet.Prepare();
        Tally counted = await cmdlet.CountAsync();
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(new Outcome(self.PeakWorkingSet64, counted)));
    }
}
