using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace RunSummary.Tests.Isolation;

public sealed class LoadContextTests
{
    private const string Ours = "RunSummary";
    private const string Shared = "Default";

    [Fact]
    public async Task Importing_loads_one_assembly_and_no_dependency()
    {
        Report report = await ChildShell.RunAsync("AfterImport.ps1");

        HashSet<string> shipped = [.. BuildPaths.ShippedNames("net8.0")];
        Assert.Single(report.Values("imported"));
        Assert.Equal(11, report.Values("command").Count());
        Assert.Equal("NotConnected,RunSummary.Commands.GetDeviceScriptCommand", Assert.Single(report.Values("refused")));
        Assert.Equal(["RunSummary"], report.Loaded.FromModule());
        Assert.Empty(report.LoadedIn(Ours));
        Assert.DoesNotContain(report.Loaded, assembly => shipped.Contains(assembly.Name) && !IsOfTheHost(assembly));
    }

    [Fact]
    public async Task Importing_again_in_any_way_leaves_the_commands_working()
    {
        Report report = await ChildShell.RunAsync("ImportAgain.ps1");

        Assert.Equal(["1", "2", "3", "4", "5"], report.Values("updated"));
        Assert.Equal("0", Assert.Single(report.Values("modules")));
        Assert.Equal(["RunSummary", "RunSummary.Loader"], report.LoadedIn(Shared).FromModule());
        Assert.Single(report.Loaded, assembly => assembly.Name == "RunSummary.Engine");
    }

    // The sandbox runs in the same process, on ASP.NET Core, which brings some of the same names.
    private static bool IsOfTheHost(LoadedAssembly assembly) => assembly.Path.StartsWith(BuildPaths.SharedFrameworks, StringComparison.Ordinal);
}
