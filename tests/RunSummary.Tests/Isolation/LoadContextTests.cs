using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Isolation;

public sealed class LoadContextTests
{
    private const string Ours = "RunSummary";
    private const string Shared = "Default";

    private static readonly string EngineFolder = BuildPaths.Shipped("net8.0");

    private static readonly Dictionary<string, Version> Older = new()
    {
        ["Azure.Core"] = new Version(1, 44, 1, 0),
        ["Microsoft.Graph.Core"] = new Version(3, 2, 4, 0),
        ["Microsoft.Identity.Client"] = new Version(4, 61, 3, 0),
    };

    [Theory]
    [InlineData("-First")]
    [InlineData("-Last")]
    public async Task Older_dependencies_of_another_module_live_beside_ours(string order)
    {
        Report report = await ChildShell.RunAsync("OlderDependencies.ps1", "-Folder", BuildPaths.OlderDependencies, order);

        Assert.Equal(["412", "413"], report.Values("updated"));
        Assert.All(report.Values("used"), version => Assert.Equal("4.61.3.0", version));
        AssertDefaultHoldsOnlyOlder(report);
        AssertOursAreTheShippedOnes(report);
    }

    [Fact]
    public async Task Importing_loads_one_assembly_and_no_dependency()
    {
        Report report = await ChildShell.RunAsync("AfterImport.ps1");

        HashSet<string> shipped = [.. BuildPaths.ShippedNames("net8.0")];
        Assert.Single(report.Values("imported"));
        Assert.Equal(11, report.Values("command").Count());
        Assert.Equal("NotConnected,RunSummary.Commands.GetDeviceScriptCommand", Assert.Single(report.Values("refused")));
        Assert.Equal(["RunSummary"], FromModule(report.Loaded));
        Assert.Empty(report.LoadedIn(Ours));
        Assert.DoesNotContain(report.Loaded, assembly => shipped.Contains(assembly.Name) && !IsOfTheHost(assembly));
    }

    [Fact]
    public async Task Importing_again_in_any_way_leaves_the_commands_working()
    {
        Report report = await ChildShell.RunAsync("ImportAgain.ps1");

        Assert.Equal(["1", "2", "3", "4", "5"], report.Values("updated"));
        Assert.Equal("0", Assert.Single(report.Values("modules")));
        Assert.Equal(["RunSummary", "RunSummary.Loader"], FromModule(report.LoadedIn(Shared)));
        Assert.Single(report.Loaded, assembly => assembly.Name == "RunSummary.Engine");
    }

    private static void AssertDefaultHoldsOnlyOlder(Report report)
    {
        ILookup<string, LoadedAssembly> loaded = report.LoadedIn(Shared).ToLookup(assembly => assembly.Name);
        Assert.All(Older, older =>
        {
            LoadedAssembly only = Assert.Single(loaded[older.Key]);
            Assert.Equal(older.Value, only.Version);
            Assert.True(only.IsIn(BuildPaths.OlderDependencies), only.Path);
        });
        Assert.Equal(["RunSummary", "RunSummary.Loader"], FromModule(report.LoadedIn(Shared)));
    }

    private static void AssertOursAreTheShippedOnes(Report report)
    {
        Dictionary<string, AssemblyFile> shipped = AssemblyFile.ReadFolder(EngineFolder).ToDictionary(file => file.SimpleName);
        Assert.All(report.LoadedIn(Ours), assembly =>
        {
            Assert.True(assembly.IsIn(EngineFolder), assembly.Path);
            Assert.Equal(shipped[assembly.Name].Name.Version, assembly.Version);
        });
        Assert.All(Older, older => Assert.True(shipped[older.Key].Name.Version > older.Value, older.Key));
        Assert.Equal(shipped.Keys.Except(["RunSummary.Loader"]).Order(), report.LoadedIn(Ours).Select(assembly => assembly.Name).Order());
        Assert.All(report.Rows("resolved"), row => Assert.StartsWith(EngineFolder, row[1], StringComparison.Ordinal));
    }

    private static IEnumerable<string> FromModule(IEnumerable<LoadedAssembly> loaded) => loaded
        .Where(assembly => assembly.Path.StartsWith(RepositoryPaths.ModuleFolder, StringComparison.Ordinal))
        .Select(assembly => assembly.Name)
        .Order(StringComparer.Ordinal);

    // The sandbox runs in the same process, on ASP.NET Core, which brings some of the same names.
    private static bool IsOfTheHost(LoadedAssembly assembly) => assembly.Path.StartsWith(BuildPaths.SharedFrameworks, StringComparison.Ordinal);
}
