using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace RunSummary.Benchmarks.Updates;

/// <summary>The most memory that a process takes that pipes so many objects through the cmdlet; each in a process of its own.</summary>
internal static class PeakChild
{
    public const string Verb = "updates-once";

    private const double Mebibyte = 1024 * 1024;

    // The objects are made as they go, and nobody keeps what comes out.
    private const string Update = """
        param($ids, $count, $session)
        & {
            for ($index = 0; $index -lt $count; $index++) {
                [pscustomobject]@{ ScriptType = 'Shell'; ScriptId = $ids[$index % $ids.Count]; SuccessDeviceCount = 412; ErrorDeviceCount = 3 }
            }
        } | Update-DeviceScriptRunSummary -Session $session | & { begin { $done = 0 } process { $done++ } end { $done } }
        """;

    /// <summary>Runs a child and gives its peak in MiB.</summary>
    public static double Measure(Workload workload, int count)
    {
        ProcessStartInfo start = new("dotnet",
        [
            typeof(PeakChild).Assembly.Location, Verb, count.ToString(CultureInfo.InvariantCulture),
            workload.Endpoint.AbsoluteUri, workload.AccessToken,
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using Process child = Process.Start(start)!;
        foreach (string id in workload.ScriptIds)
        {
            child.StandardInput.WriteLine(id);
        }

        child.StandardInput.Close();
        string said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0
            ? double.Parse(said, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The child for {count} updates ended with exit code {child.ExitCode}.");
    }

    public static void Run(int count, Uri endpoint, string token)
    {
        List<string> ids = [];
        while (Console.ReadLine() is { } id)
        {
            ids.Add(id);
        }

        using ModuleShell shell = new();
        object session = shell.ConnectUnlimited(endpoint, token);
        object succeeded = shell.Run(Update, ids, count, session).Single().BaseObject;
        if (!count.Equals(succeeded))
        {
            throw new InvalidOperationException($"{succeeded} of {count} updates succeeded.");
        }

        using Process self = Process.GetCurrentProcess();
        Console.WriteLine((self.PeakWorkingSet64 / Mebibyte).ToString(CultureInfo.InvariantCulture));
    }
}
