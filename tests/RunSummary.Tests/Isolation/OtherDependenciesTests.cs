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
    private static readonly string EngineFolder = BuildPaths.Shipped("net8.0");

    private static readonly string[] Theirs =
    [
        "Azure.Core", "Azure.Identity", "Microsoft.Graph.Core", "Microsoft.Identity.Client", "Microsoft.Kiota.Abstractions", "Microsoft.Kiota.Http.HttpClientLibrary",
    ];

    private static readonly Dictionary<string, AssemblyFile> Shipped = AssemblyFile.ReadFolder(EngineFolder).ToDictionary(file => file.SimpleName);

    [Theory]
    [InlineData("-First")]
    [InlineData("-Last")]
    public Task Older_ones_live_beside_ours(string order) => LiveBesideOurs(BuildPaths.OlderDependencies, "8.0.5", order, sign: -1);

    [Theory]
    [InlineData("-First")]
    [InlineData("-Last")]
    public async Task Newer_ones_live_beside_ours(string order)
    {
        using TemporaryCopy newer = new(BuildPaths.NewerDependencies);

        // Ours are the newest that there are of these.
        RaisedAssembly.Raise(newer["Microsoft.Identity.Client.dll"]);
        RaisedAssembly.Raise(newer["Microsoft.Graph.Core.dll"]);
        await LiveBesideOurs(newer.Folder, "11.0.0", order, sign: 1);
    }

    private static async Task LiveBesideOurs(string folder, string jsonVersion, string order, int sign)
    {
        string json = BuildPaths.InPackage("System.Text.Json", jsonVersion, Path.Combine("lib", "netstandard2.0", "System.Text.Json.dll"));
        AssertDiffer(folder, sign);

        Report report = await ChildShell.RunAsync("OtherDependencies.ps1", "-Folder", folder, "-Json", json, order);

        Assert.Equal(["412", "413"], report.Values("updated"));
        Assert.Equal(Theirs, report.Values("used").Distinct().Order());
        Assert.All(report.Rows("used"), use => Assert.Equal(folder, Path.GetDirectoryName(use[1])));
        AssertDefaultHoldsTheirs(report, folder);
        AssertOursAreTheShippedOnes(report);
        Assert.All(report.Rows("resolved"), row => Assert.StartsWith(EngineFolder, row[1], StringComparison.Ordinal));
        Assert.Equal("Default", Assert.Single(report.Loaded, assembly => assembly.Name == "System.Text.Json").Context);
    }

    private static void AssertDiffer(string folder, int sign) => Assert.All(Theirs.Intersect(Shipped.Keys), name =>
    {
        Version their = AssemblyFile.Read(Path.Combine(folder, name + ".dll")).Name.Version!;
        Assert.True(Math.Sign(their.CompareTo(Shipped[name].Name.Version)) == sign, $"{name} {their}");
    });

    private static void AssertDefaultHoldsTheirs(Report report, string folder)
    {
        ILookup<string, LoadedAssembly> loaded = report.LoadedIn("Default").ToLookup(assembly => assembly.Name);
        Assert.All(Theirs, name => Assert.True(Assert.Single(loaded[name]).IsIn(folder), name));
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
