using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace RunSummary.Tests.Isolation;

/// <summary>Other versions of our dependencies are another module's, in the default context and at work there, and ours work beside them.</summary>
public sealed class OtherDependenciesTests
{
    private const string Msal = "Microsoft.Identity.Client";
    private const string Kiota = "Microsoft.Kiota.Abstractions";
    private const string OlderJson = "8.0.5";

    private static readonly string EngineFolder = BuildPaths.Shipped("net8.0");

    private static readonly string[] Theirs =
    [
        "Azure.Core", "Azure.Identity", "Microsoft.Graph.Core", Msal, Kiota, "Microsoft.Kiota.Authentication.Azure", "Microsoft.Kiota.Http.HttpClientLibrary",
        "Microsoft.Kiota.Serialization.Form", "Microsoft.Kiota.Serialization.Json", "Microsoft.Kiota.Serialization.Multipart", "Microsoft.Kiota.Serialization.Text",
    ];

    private static readonly Dictionary<string, AssemblyFile> Shipped = AssemblyFile.ReadFolder(EngineFolder).ToDictionary(file => file.SimpleName);

    [Theory]
    [InlineData("-First")]
    [InlineData("-Last")]
    public Task Older_ones_live_beside_ours(string order) => LiveBesideOurs(BuildPaths.OlderDependencies, OlderJson, order, Older(Theirs));

    [Theory]
    [InlineData("-First")]
    [InlineData("-Last")]
    public async Task Newer_ones_live_beside_ours(string order)
    {
        using TemporaryCopy newer = new(BuildPaths.NewerDependencies);

        // Ours are the newest that there are of these.
        OtherRelease.Make(newer[Msal + ".dll"], OtherRelease.Later);
        OtherRelease.Make(newer["Microsoft.Graph.Core.dll"], OtherRelease.Later);
        await LiveBesideOurs(newer.Folder, "11.0.0", order, Theirs.ToDictionary(name => name, _ => 1));
    }

    [Theory]
    [InlineData(Msal)]
    [InlineData(Kiota)]
    public Task One_alone_lives_beside_ours(string name) => LiveBesideOurs(BuildPaths.OlderDependencies, OlderJson, "-First", Older(name));

    [Fact]
    public async Task An_older_one_and_a_newer_one_live_beside_ours()
    {
        using TemporaryCopy mixed = new(BuildPaths.OlderDependencies);
        File.Copy(Path.Combine(BuildPaths.NewerDependencies, Kiota + ".dll"), mixed[Kiota + ".dll"], overwrite: true);

        await LiveBesideOurs(mixed.Folder, OlderJson, "-First", new Dictionary<string, int>(Older(Msal)) { [Kiota] = 1 });
    }

    private static Dictionary<string, int> Older(params IEnumerable<string> names) => names.ToDictionary(name => name, _ => -1);

    /// <summary>Loads the names that are given; their numbers are the sign of the comparison with ours.</summary>
    private static async Task LiveBesideOurs(string folder, string jsonVersion, string order, IReadOnlyDictionary<string, int> theirs)
    {
        string json = BuildPaths.InPackage("System.Text.Json", jsonVersion, Path.Combine("lib", "netstandard2.0", "System.Text.Json.dll"));
        AssertDiffer(folder, theirs);

        Report report = await ChildShell.RunAsync(
            "OtherDependencies.ps1", "-Folder", folder, "-Names", string.Join(',', theirs.Keys), "-Json", json, order);

        Assert.Equal(["412", "413"], report.Values("updated"));
        Assert.Equal(theirs.Keys.Order(), report.Values("used").Distinct().Order());
        Assert.All(report.Rows("used"), use => Assert.Equal(folder, Path.GetDirectoryName(use[1])));
        AssertDefaultHolds(report, folder, theirs.Keys);
        AssertOursAreTheShippedOnes(report);
        Assert.All(report.Rows("resolved"), row => Assert.StartsWith(EngineFolder, row[1], StringComparison.Ordinal));
        Assert.Equal("Default", Assert.Single(report.Loaded, assembly => assembly.Name == "System.Text.Json").Context);
    }

    private static void AssertDiffer(string folder, IReadOnlyDictionary<string, int> theirs) => Assert.All(theirs.Keys.Intersect(Shipped.Keys), name =>
    {
        Version their = AssemblyFile.Read(Path.Combine(folder, name + ".dll")).Name.Version!;
        Assert.True(Math.Sign(their.CompareTo(Shipped[name].Name.Version)) == theirs[name], $"{name} {their}");
    });

    private static void AssertDefaultHolds(Report report, string folder, IEnumerable<string> names)
    {
        IEnumerable<LoadedAssembly> loaded = report.LoadedIn("Default").Where(assembly => Theirs.Contains(assembly.Name));
        Assert.Equal(names.Order(), loaded.Select(assembly => assembly.Name).Order());
        Assert.All(loaded, assembly => Assert.True(assembly.IsIn(folder), assembly.Path));
        Assert.Equal(["RunSummary", "RunSummary.Loader"], report.LoadedIn("Default").FromModule());
    }

    private static void AssertOursAreTheShippedOnes(Report report)
    {
        Assert.All(report.LoadedIn("RunSummary"), assembly =>
        {
            Assert.True(assembly.IsIn(EngineFolder), assembly.Path);
            Assert.Equal(Shipped[assembly.Name].Name.Version, assembly.Version);
        });
        Assert.Equal(Shipped.Keys.Except(["RunSummary.Loader"]).Order(), report.LoadedIn("RunSummary").Select(assembly => assembly.Name).Order());
    }
}
