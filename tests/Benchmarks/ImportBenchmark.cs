using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks;

/// <summary>Importing the module against importing an empty one, by turns, each in a process of its own.</summary>
internal static class ImportBenchmark
{
    public const int FewestRounds = 9;
    public const int DefaultRounds = 21;

    private const double Target = 1.5;

    public static async Task RunAsync(int rounds)
    {
        Console.WriteLine($"""
            Import-Module by the path of the manifest in the hosted engine, System.Management.Automation {Built.Version(typeof(System.Management.Automation.PSObject).Assembly)};
            each import in a fresh process, its engine warmed by a script module; {rounds} of each, by turns.

            """);
        List<double> ours = [];
        List<double> empty = [];
        for (int round = 0; round < rounds; round++)
        {
            ours.Add(await MeasureAsync(Built.Path("Module")));
            empty.Add(await MeasureAsync(Built.Path("EmptyModule")));
        }

        double ratio = Numbers.Median(ours) / Numbers.Median(empty);
        Console.WriteLine($"RunSummary              {Spread(ours)}");
        Console.WriteLine($"one cmdlet, psd1 + dll  {Spread(empty)}");
        Console.WriteLine($"ratio of the medians    {ratio:F3}, target at most {Target:F1}: {(ratio <= Target ? "met" : "MISSED")}");
    }

    private static async Task<double> MeasureAsync(string module)
    {
        ProcessStartInfo start = new("dotnet", [typeof(ImportBenchmark).Assembly.Location, ImportChild.Verb, module]) { RedirectStandardOutput = true };
        using Process child = Process.Start(start)!;
        string said = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return child.ExitCode == 0
            ? double.Parse(said, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"Importing {module} ended with exit code {child.ExitCode}.");
    }

    private static string Spread(List<double> values) =>
        $"median {Numbers.Median(values),6:F1} ms ({values.Min():F1} to {values.Max():F1})";
}
