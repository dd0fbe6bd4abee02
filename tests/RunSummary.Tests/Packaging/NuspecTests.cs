using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Packaging;

/// <summary>What the PowerShell Gallery shows of the package, and finds it by.</summary>
[Collection<PackedOnce>]
public sealed class NuspecTests(BuiltPackage package)
{
    private readonly XElement _nuspec = package.Nuspec();

    [Theory]
    [InlineData("version", "ModuleVersion")]
    [InlineData("authors", "Author")]
    [InlineData("description", "Description")]
    [InlineData("copyright", "Copyright")]
    public void It_says_what_the_manifest_says(string element, string key) => Assert.Equal(Manifest.Text(key), Value(element));

    [Fact]
    public void Its_id_is_the_name_of_the_module() => Assert.Equal("RunSummary", Value("id"));

    [Fact]
    public void Its_licence_is_that_of_the_repository()
    {
        Assert.Equal("MIT", Value("license"));
        Assert.Equal(Manifest.Gallery["LicenseUri"], Value("licenseUrl"));
        Assert.StartsWith("MIT License", File.ReadAllText(Path.Combine(RepositoryPaths.Root, "LICENSE")), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_icon_is_in_it_and_small()
    {
        byte[] icon = package.Read(Value("icon"));

        Assert.Equal("PNG"u8.ToArray(), icon[1..4]);
        Assert.InRange(icon.Length, 1, 20_000);
    }

    [Fact]
    public void Its_tags_are_those_of_the_manifest_and_each_command()
    {
        IEnumerable<string> commands = Manifest.List("CmdletsToExport").SelectMany(name => new[] { $"PSCmdlet_{name}", $"PSCommand_{name}" });

        Assert.Equal(
            ["PSModule", "PSIncludes_Cmdlet", .. Manifest.Items(Manifest.Gallery["Tags"]), .. commands],
            Value("tags").Split(' '));
    }

    [Fact]
    public void Its_release_notes_are_the_section_of_CHANGELOG() => Assert.Equal(Section(), Value("releaseNotes").ReplaceLineEndings("\n"));

    [Fact]
    public void It_depends_on_nothing() => Assert.Null(_nuspec.Element(_nuspec.Name.Namespace + "dependencies"));

    private string Value(string element) => Assert.Single(_nuspec.Elements(_nuspec.Name.Namespace + element)).Value;

    // That of the version where it has one; before a release, of what isn't released.
    private static string Section()
    {
        string[] lines = File.ReadAllLines(Path.Combine(RepositoryPaths.Root, "CHANGELOG.md"));
        int start = Array.FindIndex(lines, line => line.StartsWith($"## [{Manifest.Text("ModuleVersion")}]", StringComparison.Ordinal));
        start = start < 0 ? Array.IndexOf(lines, "## [Unreleased]") : start;
        Assert.True(start >= 0, "CHANGELOG has no section for this version.");
        return string.Join('\n', lines.Skip(start + 1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))).Trim();
    }
}
