using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Isolation;

/// <summary>A process of its own with the real engine, the module imported and a sandbox, that runs a script and hands back its facts.</summary>
internal static class ChildShell
{
    public static async Task<Report> RunAsync(string script, params IEnumerable<string> arguments)
    {
        string report = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await RunAsync(["run", Path.Combine(AppContext.BaseDirectory, "Isolation", "Scripts", script), "-Report", report, .. arguments]);
            return Report.Read(report);
        }
        finally
        {
            File.Delete(report);
        }
    }

    private static async Task RunAsync(IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(RepositoryPaths).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string[]> said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        Assert.True(process.ExitCode == 0, $"Exit code {process.ExitCode}: {string.Concat(await said)}");
    }
}
