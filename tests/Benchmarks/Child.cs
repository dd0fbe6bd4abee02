using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks;

/// <summary>What a child process printed, and the time from its start to its exit.</summary>
internal sealed record ChildRun(string Said, TimeSpan Taken);

/// <summary>Runs a verb of this program in a process of its own.</summary>
internal static class Child
{
    /// <exception cref="InvalidOperationException">The child failed.</exception>
    public static async Task<ChildRun> RunAsync(
        IReadOnlyCollection<string> arguments, params IReadOnlyCollection<KeyValuePair<string, string>> environment)
    {
        ProcessStartInfo start = new("dotnet", [typeof(Child).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        long started = Stopwatch.GetTimestamp();
        using Process child = Process.Start(start)!;
        string said = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        TimeSpan taken = Stopwatch.GetElapsedTime(started);
        return child.ExitCode == 0
            ? new ChildRun(said, taken)
            : throw new InvalidOperationException($"'{string.Join(' ', arguments)}' ended with exit code {child.ExitCode}.");
    }
}
