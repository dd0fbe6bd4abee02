using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Docs;

/// <summary>The links of all pages that lead to files of the repository and to headings in them.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages =>
    [
        .. Directory.GetFiles(RepositoryPaths.Root, "*.md")
            .Concat(Directory.GetFiles(Path.Combine(RepositoryPaths.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(RepositoryPaths.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_leads_somewhere(string page)
    {
        string path = Path.Combine(RepositoryPaths.Root, page);

        Assert.All(Targets(path), target =>
        {
            string[] parts = target.Split('#');
            string file = parts[0].Length == 0 ? path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, parts[0]));
            Assert.True(File.Exists(file), $"{page}: {target} isn't there.");
            Assert.True(parts.Length == 1 || Anchors(file).Contains(parts[1]), $"{page}: {target} has no such heading.");
        });
    }

    [Fact]
    public void README_leads_to_every_guide()
    {
        string[] guides = [.. Directory.GetFiles(Path.Combine(RepositoryPaths.Root, "docs", "guides")).Select(path => $"docs/guides/{Path.GetFileName(path)}")];

        Assert.NotEmpty(guides);
        Assert.Subset(Targets(Path.Combine(RepositoryPaths.Root, "README.md")).ToHashSet(), guides.ToHashSet());
    }

    /// <summary>What a page leads to in the repository, code apart.</summary>
    private static IEnumerable<string> Targets(string path) => Link()
        .Matches(Code().Replace(File.ReadAllText(path), ""))
        .Select(link => link.Groups[1].Value)
        .Where(target => !target.Contains(':', StringComparison.Ordinal));

    private static HashSet<string> Anchors(string path) =>
    [
        .. Code().Replace(File.ReadAllText(path), match => match.Value.StartsWith("```", StringComparison.Ordinal) ? "" : match.Value)
            .Split('\n')
            .Where(line => line.StartsWith('#'))
            .Select(line => NotInAnchors().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-')),
    ];

    [GeneratedRegex("""\[[^\]]*\]\(([^)\s]+)\)""")]
    private static partial Regex Link();

    [GeneratedRegex("(?ms)^[ ]*```.*?^[ ]*```|`[^`\n]*`")]
    private static partial Regex Code();

    [GeneratedRegex("""[^\w\- ]""")]
    private static partial Regex NotInAnchors();
}
