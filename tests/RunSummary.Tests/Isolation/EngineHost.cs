using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Sandbox.Service;

namespace RunSummary.Tests.Isolation;

/// <summary>Runs the engine outside of PowerShell, on a runtime that no PowerShell here brings.</summary>
internal static class EngineHost
{
    private const string Name = "RunSummary.EngineHost";

    private static readonly string FrameworkHost = Path.Combine(BuildPaths.EngineHost, "net472", Name + ".exe");

    /// <summary>Whether there is .NET Framework, or a Mono that is whole: its runtime alone lacks netstandard.dll.</summary>
    public static bool HasFramework => OperatingSystem.IsWindows()
        || (InPath("cert-sync") is not null && InPath("mono") is { } mono && File.Exists(Path.Combine(mono, "..", "lib", "mono", "4.5", "Facades", "netstandard.dll")));

    public static Task RunAsync(string framework, IEnumerable<string> arguments) =>
        framework == "net8.0" ? RunOnNet8Async(arguments) : RunOnFrameworkAsync(arguments);

    private static Task RunOnNet8Async(IEnumerable<string> arguments) =>
        ChildProcess.RunAsync(Path.Combine(BuildPaths.EngineHost, "net8.0", OperatingSystem.IsWindows() ? Name + ".exe" : Name), arguments);

    private static async Task RunOnFrameworkAsync(IEnumerable<string> arguments)
    {
        if (OperatingSystem.IsWindows())
        {
            await ChildProcess.RunAsync(FrameworkHost, arguments);
            return;
        }

        // Mono keeps what it trusts in the user's home: it gets one of its own.
        DirectoryInfo home = Directory.CreateTempSubdirectory("runsummary-mono-");
        Dictionary<string, string> environment = new() { ["HOME"] = home.FullName, ["XDG_CONFIG_HOME"] = Path.Combine(home.FullName, ".config") };
        string certificate = Path.Combine(home.FullName, "sandbox.pem");
        try
        {
            CertificateTrust.WritePem(certificate);
            await ChildProcess.RunAsync("cert-sync", ["--user", certificate], environment);
            await ChildProcess.RunAsync("mono", [FrameworkHost, .. arguments], environment);
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    /// <summary>Gives the folder that has a program; null where none has it.</summary>
    private static string? InPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, program)));
}
