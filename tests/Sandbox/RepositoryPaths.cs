using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace RunSummary.Sandbox;

/// <summary>Where things are in the checkout that this was built from.</summary>
public static class RepositoryPaths
{
    public static string Root { get; } = typeof(RepositoryPaths).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value
        ?? throw new InvalidOperationException("The build didn't say where the repository is.");

    /// <summary>The folder above the module, for PSModulePath.</summary>
    public static string ModulePath { get; } = Path.Combine(Root, "out");

    public static string ModuleFolder { get; } = Path.Combine(ModulePath, "RunSummary");

    public static string Manifest { get; } = Path.Combine(ModuleFolder, "RunSummary.psd1");

    public static string Quickstart { get; } = Example("quickstart.ps1");

    public static string Example(string name) => Path.Combine(Root, "docs", "examples", name);
}
