using System;
using System.Linq;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.Updates;

/// <summary>What -ThrottleLimit does, without a limit of the service and under one.</summary>
internal static class InFlightBenchmark
{
    private const int Updates = 2_000;
    private const int Latency = 50;
    private const int Rounds = 7;

    private static readonly int[] Choices = [Cmdlet.DefaultInFlight, 1, 2, 8, 16];

    public static async Task RunAsync()
    {
        using ModuleShell shell = new();
        Report.Begin(shell);
        PacedSession.ShareTheModulesEngine();
        await WithoutLimitAsync(shell);

        using LimitedRun limited = await LimitedRun.StartAsync(shell, Updates, Latency);
        Console.WriteLine($"""

            | {Updates:N0} updates, limit of {LimitedRun.Limit} in {LimitedRun.WindowSeconds} s, {Latency} ms | Time to what the limit allows | 429s |
            |---|---|---|
            """);
        foreach (int inFlight in Choices)
        {
            (Result result, int refusals) = await limited.RunAsync(inFlight);
            Console.WriteLine($"| {result.Name} | {result.Time / LimitedRun.LeastSeconds(Updates):F3} | {refusals} |");
        }
    }

    private static async Task WithoutLimitAsync(ModuleShell shell)
    {
        using SandboxProcess sandbox = await SandboxProcess.StartAsync(Updates, Latency);
        Workload workload = await Workload.ListAsync(sandbox, Updates);
        object session = shell.ConnectUnlimited(workload.Endpoint, workload.AccessToken);
        IContender[] contenders = [.. Choices.Select(inFlight => new Cmdlet(shell, session, workload, inFlight))];
        Report.Results($"{Updates:N0} updates at {Latency} ms", await Contest.RunAsync(Updates, Rounds, contenders));
    }
}
