using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Sandbox;

namespace RunSummary.Tests.Isolation;

/// <summary>An assembly that a child process had loaded, and in which load context.</summary>
internal sealed record LoadedAssembly(string Context, string Name, Version Version, string Path)
{
    public bool IsIn(string folder) => System.IO.Path.GetDirectoryName(Path) == System.IO.Path.TrimEndingDirectorySeparator(folder);
}

internal static class LoadedAssemblies
{
    /// <summary>Gives the names of those that are in the module's own folder.</summary>
    public static IEnumerable<string> FromModule(this IEnumerable<LoadedAssembly> loaded) => loaded
        .Where(assembly => assembly.Path.StartsWith(RepositoryPaths.ModuleFolder, StringComparison.Ordinal))
        .Select(assembly => assembly.Name)
        .Order(StringComparer.Ordinal);
}

/// <summary>The facts that a script wrote down: a word for their kind, and their values.</summary>
internal sealed class Report
{
    private readonly ILookup<string, string[]> _facts;

    private Report(IEnumerable<string> lines) =>
        _facts = lines.Select(line => line.Split('\t')).ToLookup(parts => parts[0], parts => parts[1..]);

    public IReadOnlyList<LoadedAssembly> Loaded =>
        [.. Rows("loaded").Select(row => new LoadedAssembly(row[0], row[1], Version.Parse(row[2]), row[3]))];

    public IEnumerable<LoadedAssembly> LoadedIn(string context) => Loaded.Where(assembly => assembly.Context == context);

    /// <summary>The facts of a kind, in the order in which they were written.</summary>
    public IEnumerable<string[]> Rows(string kind) => _facts[kind];

    /// <summary>The first value of each fact of a kind.</summary>
    public IEnumerable<string> Values(string kind) => Rows(kind).Select(row => row[0]);

    /// <summary>Gives the facts that something writes to a file.</summary>
    public static async Task<Report> OfAsync(Func<string, Task> write)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await write(path);
            return new Report(await File.ReadAllLinesAsync(path));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
