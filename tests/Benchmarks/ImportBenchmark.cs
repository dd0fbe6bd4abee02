using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks;

/// <summary>Importing the module against importing an empty one, by turns, each in a process of its own.</summary>
internal static class ImportBenchmark
{
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
        Console.WriteLine($"RunSummary              {Numbers.Spread(ours)}");
        Console.WriteLine($"one cmdlet, psd1 + dll  {Numbers.Spread(empty)}");
        Console.WriteLine($"ratio of the medians    {Numbers.AtMost(ratio, Target, "F1")}");
    }

    private static async Task<double> MeasureAsync(string module) =>
        double.Parse((await Child.RunAsync([ImportChild.Verb, module])).Said, CultureInfo.InvariantCulture);
}
