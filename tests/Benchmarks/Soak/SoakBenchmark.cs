using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;
using RunSummary.Benchmarks.ColdStart;

namespace RunSummary.Benchmarks.Soak;

/// <summary>Starts a service that misbehaves, and a process that works against it.</summary>
internal static class SoakBenchmark
{
    /// <returns>The exit code: 0 where all was well.</returns>
    public static async Task<int> RunAsync(int minutes)
    {
        using SandboxProcess sandbox = await SandboxProcess.StartAsync(scripts: 100, latency: 0, "--states", "200", "--drift", "1", "--bad-day", "5");
        using SandboxCertificate certificate = await SandboxCertificate.ReadAsync(sandbox.Authority);
        ShortRun run = new(sandbox.Endpoint, sandbox.Authority, sandbox.TenantId, ScriptId: "");
        ProcessStartInfo start = new("dotnet",
        [
            typeof(SoakBenchmark).Assembly.Location, SoakChild.Verb, minutes.ToString(CultureInfo.InvariantCulture), .. run.ToArguments(),
        ]);
        (string name, string path) = certificate.Variable;
        start.Environment[name] = path;
        using Process child = Process.Start(start)!;
        await child.WaitForExitAsync();
        return child.ExitCode;
    }
}
