using System;
using System.Linq;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.Updates;

/// <summary>Bulk updates against the other ways to write them, and against the service's limit.</summary>
internal static class UpdatesBenchmark
{
    private const int Updates = 2_000;
    private const int ManyUpdates = 20_000;
    private const int Latency = 50;
    private const int Rounds = 7;
    private const int ManyRounds = 21;
    private const int LimitRounds = 3;
    private const int InFlight = Cmdlet.DefaultInFlight;

    public static async Task RunAsync()
    {
        using ModuleShell shell = new();
        Report.Begin(shell);
        PacedSession.ShareTheModulesEngine();
        await AtLatencyAsync(shell);
        await WithoutLatencyAsync(shell);
        await ManyAsync(shell);
        await UnderLimitAsync(shell);
        Report.End();
    }

    private static async Task AtLatencyAsync(ModuleShell shell)
    {
        using SandboxProcess sandbox = await SandboxProcess.StartAsync(Updates, Latency);
        Workload workload = await Workload.ListAsync(sandbox, Updates);
        using Cmdlet ours = new(shell, shell.ConnectUnlimited(workload.Endpoint, workload.AccessToken), workload, InFlight);
        using GraphCoreBatches core = new(workload);
        using BareBatches bare = new(workload, InFlight);
        using PatchLoop loop = new(workload);
        Result[] results = await Contest.RunAsync(Updates, Rounds, ours, core, bare);

        // It takes minutes, all of them the latency's.
        Result single = await Contest.RunOnceAsync(Updates, loop);
        Report.Results($"{Updates:N0} updates at {Latency} ms", [results[0], single, results[1], results[2]]);
        Report.AtLeast($"{Latency} ms: speed to that of one PATCH after another", single.Time / results[0].Time, 30, "×");
        Report.AtLeast($"{Latency} ms: speed to that of Microsoft.Graph.Core", results[1].Time / results[0].Time, 3, "×");
        Report.AtLeast($"{Latency} ms: speed to that of the bare client", results[2].Time / results[0].Time, 0.9, "×");
    }

    private static async Task WithoutLatencyAsync(ModuleShell shell)
    {
        using SandboxProcess sandbox = await SandboxProcess.StartAsync(Updates, latency: 0);
        Workload workload = await Workload.ListAsync(sandbox, Updates);
        using Cmdlet ours = new(shell, shell.ConnectUnlimited(workload.Endpoint, workload.AccessToken), workload, InFlight);
        using PatchLoop loop = new(workload);
        using GraphCoreBatches core = new(workload);
        using BareBatches bare = new(workload, InFlight);
        Report.Results($"{Updates:N0} updates at 0 ms", await Contest.RunAsync(Updates, ManyRounds, ours, loop, core, bare));
    }

    private static async Task ManyAsync(ModuleShell shell)
    {
        using SandboxProcess sandbox = await SandboxProcess.StartAsync(ManyUpdates, latency: 0);
        Workload workload = await Workload.ListAsync(sandbox, ManyUpdates);
        using Cmdlet ours = new(shell, shell.ConnectUnlimited(workload.Endpoint, workload.AccessToken), workload, InFlight);
        using BareBatches bare = new(workload, InFlight);
        Result[] results = await Contest.RunAsync(ManyUpdates, ManyRounds, ours, bare);
        Report.Results($"{ManyUpdates:N0} updates at 0 ms", results);
        Report.AtLeast("0 ms, 20,000 updates: speed to that of the bare client", results[1].Time / results[0].Time, 0.5, "×");

        const int Few = 1_000;
        const int Most = 100_000;
        double few = PeakChild.Measure(workload, Few);
        double most = PeakChild.Measure(workload, Most);
        Console.WriteLine($"\nPeak working set of a fresh process: {few:F0} MiB for {Few:N0} updates, {most:F0} MiB for {Most:N0}.");
        Report.AtMost($"Peak memory, {Most:N0} objects over {Few:N0}", most - few, 64, " MiB");
    }

    private static async Task UnderLimitAsync(ModuleShell shell)
    {
        using LimitedRun limited = await LimitedRun.StartAsync(shell, Updates, Latency);
        double[] seconds = new double[LimitRounds];
        double[] refusals = new double[LimitRounds];
        for (int round = 0; round < LimitRounds; round++)
        {
            (Result result, int refused) = await limited.RunAsync(InFlight);
            seconds[round] = result.Time;
            refusals[round] = refused * 100.0 / Updates;
        }

        double least = LimitedRun.LeastSeconds(Updates);
        string limit = $"limit of {LimitedRun.Limit} in {LimitedRun.WindowSeconds} s, {Latency} ms";
        Console.WriteLine($"\nUnder a {limit}: {string.Join(", ", seconds.Select(time => $"{time:F2} s"))}; the limit allows {least:F2} s.");
        Report.AtMost($"{limit}: time to what the limit allows", Numbers.Median(seconds) / least, 1.05, "×");
        Report.AtMost($"{limit}: 429s, of items", refusals.Max(), 1, " %");
    }
}
