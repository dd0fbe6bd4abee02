using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using RunSummary.Sandbox;

namespace RunSummary.Tests.Isolation;

/// <summary>A process of its own with the real engine, the module imported and a sandbox, that runs a script and hands back its facts.</summary>
internal static class ChildShell
{
    public static Task<Report> RunAsync(string script, params IEnumerable<string> arguments) => Report.OfAsync(report => ChildProcess.RunAsync(
        "dotnet",
        [
            typeof(RepositoryPaths).Assembly.Location,
            "run", Path.Combine(AppContext.BaseDirectory, "Isolation", "Scripts", script), "-Report", report,
            .. arguments,
        ]));
}
