using System;
using System.Globalization;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.Updates;

/// <summary>How close the cmdlet comes to a limit of the service without meeting it; both sides have the same limit.</summary>
internal sealed class LimitedRun : IDisposable
{
    public const int Limit = 200;
    public const int WindowSeconds = 2;

    private readonly SandboxProcess _sandbox;
    private readonly Workload _workload;
    private readonly ModuleShell _shell;

    private LimitedRun(SandboxProcess sandbox, Workload workload, ModuleShell shell)
    {
        _sandbox = sandbox;
        _workload = workload;
        _shell = shell;
    }

    /// <summary>The least time that the limit allows: the first window's writes go at once.</summary>
    public static double LeastSeconds(int updates) => ((updates / Limit) - 1) * WindowSeconds;

    public static async Task<LimitedRun> StartAsync(ModuleShell shell, int updates, int latency)
    {
        SandboxProcess sandbox = await SandboxProcess.StartAsync(
            updates, latency, "--write-limit", Text(Limit), "--window", Text(WindowSeconds));
        return new LimitedRun(sandbox, await Workload.ListAsync(sandbox, updates), shell);
    }

    /// <summary>Runs once, from a window without writes on.</summary>
    /// <returns>The time, and how many 429s came.</returns>
    public async Task<(Result Result, int Refusals)> RunAsync(int inFlight)
    {
        TimeSpan window = TimeSpan.FromSeconds(WindowSeconds);
        await Task.Delay(window);
        using RefusalCount refusals = new();
        object session = PacedSession.Create(_workload, Limit, window, refusals);
        using Cmdlet cmdlet = new(_shell, session, _workload, inFlight);
        return (await Contest.RunOnceAsync(_workload.ScriptIds.Count, cmdlet), refusals.Count);
    }

    public void Dispose() => _sandbox.Dispose();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
