using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.RunStates;

/// <summary>Counting the run states of one script against other ways to count them, and the memory that it takes.</summary>
internal static class StatesBenchmark
{
    private const int Few = 10_000;
    private const int Many = 1_000_000;
    private const int PeakRounds = 3;
    private const double LeastOfBare = 0.8;
    private const double LeastOfRestMethod = 10;
    private const double MostOfFew = 1.2;
    private const double MostMegabytes = 200;

    // Until the runtime has compiled for good what runs in both.
    private static readonly (int WarmUps, int Counted) BareRounds = (10, 15);

    // One takes a quarter of a minute.
    private static readonly (int WarmUps, int Counted) RestMethodRounds = (1, 5);

    // 100 MiB, in hexadecimal as the runtime reads it.
    private static readonly KeyValuePair<string, string> SmallHeap = new("DOTNET_GCHeapHardLimit", "0x6400000");

    public static async Task RunAsync()
    {
        using SandboxProcess fewStates = await StartAsync(Few);
        using SandboxProcess manyStates = await StartAsync(Many);
        CountedScript few = await CountedScript.FindAsync(fewStates);
        CountedScript many = await CountedScript.FindAsync(manyStates);
        Tally truth = await CountBareAsync(many, Many);
        Console.WriteLine($"""
            {Many:N0} device run states of one script, page after page, in the hosted engine, System.Management.Automation {Built.Version(typeof(System.Management.Automation.PSObject).Assembly)},
            {RuntimeInformation.FrameworkDescription}, by turns. All count {truth.Success:N0} successes, {truth.Error:N0} errors, {truth.Pending:N0} pending,
            {truth.NotApplicable:N0} not applicable and {truth.Unknown:N0} unknown.

            """);
        await CompareAsync(many, truth);
        await WeighAsync(few, many, truth);
    }

    private static async Task CompareAsync(CountedScript script, Tally truth)
    {
        using ModuleShell shell = new();
        using MeasureCmdlet module = new(shell, script);
        using BareLoop bare = new(script);
        using RestMethodLoop restMethod = new(shell, script);
        await CompareAsync(truth, BareRounds, module, bare, LeastOfBare);
        await CompareAsync(truth, RestMethodRounds, module, restMethod, LeastOfRestMethod);
    }

    private static async Task CompareAsync(Tally truth, (int WarmUps, int Counted) rounds, MeasureCmdlet module, IStateCounter other, double target)
    {
        (double[] ours, double[] theirs) = await StateContest.RunAsync(truth, rounds, module, other);
        Console.WriteLine($"{module.Name,-36}{Numbers.Spread(ours)}, {rounds.Counted} rounds");
        Console.WriteLine($"{other.Name,-36}{Numbers.Spread(theirs)}");
        Console.WriteLine($"{"speed to the latter's",-36}{Numbers.AtLeast(Numbers.Median(theirs) / Numbers.Median(ours), target, "0.#")}");
        Console.WriteLine();
    }

    private static async Task WeighAsync(CountedScript few, CountedScript many, Tally truth)
    {
        Tally fewTruth = await CountBareAsync(few, Few);
        double[] fewPeaks = new double[PeakRounds];
        double[] manyPeaks = new double[PeakRounds];
        double[] smallPeaks = new double[PeakRounds];
        for (int round = 0; round < PeakRounds; round++)
        {
            fewPeaks[round] = await CountChild.MeasureAsync(few, fewTruth);
            manyPeaks[round] = await CountChild.MeasureAsync(many, truth);
            smallPeaks[round] = await CountChild.MeasureAsync(many, truth, SmallHeap);
        }

        double most = Numbers.Median(manyPeaks);
        Console.WriteLine($"{$"peak of a process, {Few:N0}",-36}{Numbers.Spread(fewPeaks, "MB")}");
        Console.WriteLine($"{$"peak of a process, {Many:N0}",-36}{Numbers.Spread(manyPeaks, "MB")}");
        Console.WriteLine($"{"the same in a heap of 100 MiB",-36}{Numbers.Spread(smallPeaks, "MB")}, counts right");
        Console.WriteLine();
        Console.WriteLine($"{$"peak to that for {Few:N0}",-36}{Numbers.AtMost(most / Numbers.Median(fewPeaks), MostOfFew, "F1")}");
        Console.WriteLine($"{"peak in MB",-36}{Numbers.AtMost(most, MostMegabytes, "F0")}");
    }

    private static Task<SandboxProcess> StartAsync(int states) =>
        SandboxProcess.StartAsync(scripts: 1, latency: 0, "--states", states.ToString(CultureInfo.InvariantCulture));

    /// <summary>Lets somebody count who shares no code with the module.</summary>
    private static async Task<Tally> CountBareAsync(CountedScript script, int states)
    {
        using BareLoop bare = new(script);
        Tally counted = await bare.CountAsync();
        return counted.Total == states
            ? counted
            : throw new InvalidOperationException($"The sandbox served {counted.Total} states, not {states}.");
    }
}
