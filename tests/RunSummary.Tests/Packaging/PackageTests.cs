using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Packaging;

/// <summary>What is in the package, down to its bytes.</summary>
[Collection<PackedOnce>]
public sealed class PackageTests(BuiltPackage package)
{
    private const long Limit = 8 * 1024 * 1024;

    /// <summary>A change of what ships is meant: it changes this list too.</summary>
    private static string ListPath => Path.Combine(RepositoryPaths.Root, "tests", "RunSummary.Tests", "Packaging", "Files.txt");

    [Fact]
    public void Its_files_are_those_of_the_list() => Assert.Equal(File.ReadAllLines(ListPath), package.ModuleFiles);

    [Fact]
    public void It_holds_the_module_as_built() => Assert.All(
        package.ModuleFiles,
        file => Assert.Equal(File.ReadAllBytes(Path.Combine(RepositoryPaths.ModuleFolder, file)), package.Read(file)));

    [Fact]
    public void It_is_under_8_MB() => Assert.InRange(new FileInfo(package.File).Length, 1, Limit);

    [Fact]
    public async Task It_is_the_same_to_the_byte_from_another_folder_and_at_another_time() =>
        Assert.Equal(File.ReadAllBytes(package.File), File.ReadAllBytes(await package.PackCopyAsync()));

    [Fact]
    public void Exports_are_named_one_by_one()
    {
        string[] kinds = ["CmdletsToExport", "FunctionsToExport", "AliasesToExport", "VariablesToExport"];

        Assert.All(kinds, kind => Assert.DoesNotContain(Manifest.List(kind), name => name.Contains('*', StringComparison.Ordinal)));
        Assert.NotEmpty(Manifest.List("CmdletsToExport"));
    }

    [Fact]
    public void It_is_for_both_editions()
    {
        string[] editions = Manifest.List("CompatiblePSEditions");

        Assert.Equal(["Desktop", "Core"], editions);
        Assert.Subset(Manifest.Items(Manifest.Gallery["Tags"]).ToHashSet(), editions.Select(edition => $"PSEdition_{edition}").ToHashSet());
    }

    [Fact]
    public void Each_file_that_the_manifest_names_is_there()
    {
        IEnumerable<string> named = Manifest.List("FormatsToProcess").Append(Manifest.Text("RootModule"));

        Assert.Subset(package.ModuleFiles.ToHashSet(), named.ToHashSet());
    }
}
