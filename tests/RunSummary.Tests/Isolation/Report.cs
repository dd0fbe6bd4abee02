using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace RunSummary.Tests.Isolation;

/// <summary>An assembly that a child process had loaded, and in which load context.</summary>
internal sealed record LoadedAssembly(string Context, string Name, Version Version, string Path)
{
    public bool IsIn(string folder) => System.IO.Path.GetDirectoryName(Path) == System.IO.Path.TrimEndingDirectorySeparator(folder);
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

    public static Report Read(string path) => new(File.ReadLines(path).ToArray());
}
