using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Runtime.InteropServices;
using Microsoft.Graph;

namespace RunSummary.Benchmarks.Updates;

/// <summary>Prints results as tables in Markdown, to be pasted.</summary>
internal static class Report
{
    private static readonly List<string> Targets = [];

    public static void Begin(ModuleShell shell)
    {
        object version = shell.Run("(Get-Module -Name RunSummary).Version").Single();
        Console.WriteLine(
            $"RunSummary {version}, System.Management.Automation {Built.Version(typeof(PSObject).Assembly)}, "
            + $"Microsoft.Graph.Core {Built.Version(typeof(GraphClientFactory).Assembly)}, {RuntimeInformation.FrameworkDescription}, "
            + $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSArchitecture}.");
    }

    /// <summary>Prints what contenders came to, each against the first.</summary>
    public static void Results(string title, params Result[] results)
    {
        Console.WriteLine($"""

            | {title} | Rounds | Time (median) | Spread | Updates a second | Allocated per update | Its time as a multiple of the first |
            |---|---|---|---|---|---|---|
            """);
        foreach (Result result in results)
        {
            Console.WriteLine(
                $"| {result.Name} | {result.Seconds.Count} | {result.Time:F2} s | {result.Seconds.Min():F2} to {result.Seconds.Max():F2} s "
                + $"| {result.Updates / result.Time:F0} | {result.Allocated:F1} KiB | {result.Time / results[0].Time:F2} |");
        }
    }

    public static void AtLeast(string what, double value, double target, string unit) =>
        Target(what, $"{value:F2}{unit}", $"at least {target}{unit}", value >= target);

    public static void AtMost(string what, double value, double target, string unit) =>
        Target(what, $"{value:F2}{unit}", $"at most {target}{unit}", value <= target);

    /// <summary>Prints all targets said so far.</summary>
    public static void End()
    {
        Console.WriteLine("""

            | Target | Wanted | Measured | |
            |---|---|---|---|
            """);
        Targets.ForEach(Console.WriteLine);
    }

    private static void Target(string what, string value, string target, bool isMet) =>
        Targets.Add($"| {what} | {target} | {value} | {(isMet ? "met" : "MISSED")} |");
}
