using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using RunSummary.Sandbox;

namespace RunSummary.Tests.Isolation;

/// <summary>Where the build put or found what these tests look at.</summary>
internal static class BuildPaths
{
    public static string ModuleAssembly { get; } = Path.Combine(RepositoryPaths.ModuleFolder, "RunSummary.dll");

    /// <summary>What other modules may bring along: releases of our dependencies from before ours.</summary>
    public static string OlderDependencies { get; } = Path.GetFullPath(Metadata(nameof(OlderDependencies)));

    /// <summary>The same, from after ours as far as there are any.</summary>
    public static string NewerDependencies { get; } = Path.GetFullPath(Metadata(nameof(NewerDependencies)));

    /// <summary>A process that runs the engine outside of PowerShell, a folder for each framework.</summary>
    public static string EngineHost { get; } = Path.GetFullPath(Metadata(nameof(EngineHost)));

    /// <summary>Everything that .NET Framework 4.7.2 itself offers, facades included.</summary>
    public static string FrameworkReferences { get; } = Path.Combine(Metadata("FrameworkReferencePackage"), "build", ".NETFramework", "v4.7.2");

    /// <summary>The folder that holds the shared frameworks of this machine.</summary>
    public static string SharedFrameworks { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..")) + Path.DirectorySeparatorChar;

    /// <summary>The folders that the engine ships in.</summary>
    public static IReadOnlyList<string> Frameworks { get; } = ["net8.0", "net472"];

    public static string Shipped(string framework) => Path.Combine(RepositoryPaths.ModuleFolder, framework);

    public static IEnumerable<string> ShippedNames(string framework) =>
        Directory.EnumerateFiles(Shipped(framework), "*.dll").Select(path => Path.GetFileNameWithoutExtension(path));

    /// <summary>What .NET 8 itself offers; null on a machine that doesn't have its reference assemblies.</summary>
    public static string? Net8References()
    {
        string[] homes =
        [
            Path.Combine(Metadata("PackageRoot"), "microsoft.netcore.app.ref"),
            Path.Combine(SharedFrameworks, "..", "packs", "Microsoft.NETCore.App.Ref"),
        ];
        return homes.Where(Directory.Exists)
            .SelectMany(home => Directory.EnumerateDirectories(home, "8.*"))
            .Select(version => Path.Combine(version, "ref", "net8.0"))
            .FirstOrDefault(Directory.Exists);
    }

    /// <summary>A file of a package that the build has restored.</summary>
    public static string InPackage(string name, string version, string file) => Path.Combine(Metadata("PackageRoot"), name.ToLowerInvariant(), version, file);

    private static string Metadata(string key) => typeof(BuildPaths).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value
        ?? throw new InvalidOperationException($"The build didn't say where {key} is.");
}
