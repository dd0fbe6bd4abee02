using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using RunSummary.Sandbox;
using RunSummary.Tests.Isolation;
using Xunit;

namespace RunSummary.Tests.Packaging;

/// <summary>THIRD-PARTY-NOTICES.txt names what is shipped, no more and no less, with the text of each licence.</summary>
public sealed partial class NoticesTests
{
    private static readonly string Notices = File.ReadAllText(Path.Combine(RepositoryPaths.ModuleFolder, "THIRD-PARTY-NOTICES.txt"));

    [Fact]
    public void Each_library_that_ships_is_named_and_no_other()
    {
        IEnumerable<string> shipped = ShippedLibrary.All().Select(library => $"{library.Name} {library.Version}").Concat(WebLibraries());

        Assert.Equal(
            shipped.Distinct().Order(StringComparer.OrdinalIgnoreCase),
            Rows().Select(row => $"{row.Name} {row.Version}").Order(StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Each_assembly_that_is_not_ours_comes_from_a_library_that_is_named()
    {
        HashSet<string> known = [.. ShippedLibrary.All().SelectMany(library => library.Assemblies)];

        Assert.All(
            BuildPaths.Frameworks.SelectMany(BuildPaths.ShippedNames).Where(name => !name.StartsWith("RunSummary.", StringComparison.Ordinal)),
            name => Assert.Contains(name, known));
    }

    [Fact]
    public void The_licence_of_each_is_its_own_and_its_text_is_there()
    {
        Dictionary<string, string?> own = ShippedLibrary.All().DistinctBy(library => library.Name).ToDictionary(library => library.Name, library => library.Licence);

        Assert.All(Rows(), row =>
        {
            Assert.True(own.GetValueOrDefault(row.Name) is not { } licence || licence == row.Licence, $"{row.Name} isn't under {row.Licence}.");
            Assert.Contains($"\n{row.Licence}: ", Notices, StringComparison.Ordinal);
            Assert.NotEmpty(row.Holder);
        });
    }

    private static IEnumerable<string> WebLibraries()
    {
        string path = Path.Combine(RepositoryPaths.Root, "src", "RunSummary.Engine", "Reports", "Web", "package-lock.json");
        using JsonDocument locked = JsonDocument.Parse(File.ReadAllText(path));
        return [.. locked.RootElement.GetProperty("packages").EnumerateObject()
            .Where(package => package.Name.Length > 0)
            .Select(package => $"{package.Name["node_modules/".Length..]} {package.Value.GetProperty("version").GetString()}")];
    }

    private static IEnumerable<(string Name, string Version, string Licence, string Holder)> Rows() => Row()
        .Matches(Notices)
        .Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value));

    [GeneratedRegex(@"^(\S+) +(\d+\.\d+\.\d+) +(MIT|Apache-2\.0) +(.*)$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
