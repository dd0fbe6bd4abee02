using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Isolation;

public sealed class ShippedReferencesTests
{
    private const string PowerShell = "System.Management.Automation";

    [Fact]
    public void Windows_PowerShell_finds_every_reference_beside_it_or_in_NET_Framework_4_7_2() =>
        AssertComplete("net472", AssemblyFile.ReadFolder(BuildPaths.FrameworkReferences, SearchOption.AllDirectories), UnifiesWith);

    [Fact]
    public void PowerShell_7_finds_every_reference_beside_it_or_in_NET_8()
    {
        string? references = BuildPaths.Net8References();
        Assert.SkipWhen(references is null, "The reference assemblies of .NET 8 aren't on this machine.");
        AssertComplete("net8.0", AssemblyFile.ReadFolder(references!), (offered, wanted) => offered.Meets(wanted));
    }

    [Fact]
    public void Every_assembly_that_ships_is_reached_from_ours_and_is_where_it_is_looked_for()
    {
        IEnumerable<string> shipped = Directory.EnumerateFiles(RepositoryPaths.ModuleFolder, "*.dll", SearchOption.AllDirectories);

        Assert.Empty(shipped.Except([BuildPaths.ModuleAssembly, .. BuildPaths.Frameworks.SelectMany(Reached)]));
    }

    [Fact]
    public void What_PowerShell_loads_refers_to_nothing_but_netstandard_and_PowerShell() =>
        Assert.Equal([PowerShell, "netstandard"], References(BuildPaths.ModuleAssembly));

    [Fact]
    public void The_loader_for_Windows_PowerShell_refers_to_NET_Framework_alone() => AssertLoaderNeedsOnly("net472", BuildPaths.FrameworkReferences);

    [Fact]
    public void The_loader_for_PowerShell_7_refers_to_NET_alone() => AssertLoaderNeedsOnly("net8.0", RuntimeEnvironment.GetRuntimeDirectory());

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net472")]
    public void The_engine_and_its_dependencies_know_nothing_of_PowerShell(string framework) =>
        Assert.All(
            AssemblyFile.ReadFolder(BuildPaths.Shipped(framework)),
            file => Assert.DoesNotContain(file.References, reference => reference.Name == PowerShell));

    private static IEnumerable<string> Reached(string framework)
    {
        HashSet<string> reached = [];
        Queue<string> next = new(["RunSummary.Engine", "RunSummary.Loader"]);
        while (next.TryDequeue(out string? name))
        {
            string path = Path.Combine(BuildPaths.Shipped(framework), name + ".dll");
            if (File.Exists(path) && reached.Add(path))
            {
                AssemblyFile.Read(path).References.ToList().ForEach(reference => next.Enqueue(reference.Name!));
            }
        }

        return reached;
    }

    private static void AssertComplete(string framework, IEnumerable<AssemblyFile> offered, Func<AssemblyFile, AssemblyName, bool> meets)
    {
        AssemblyFile module = AssemblyFile.Read(BuildPaths.ModuleAssembly);
        AssemblyFile[] ours = [.. AssemblyFile.ReadFolder(BuildPaths.Shipped(framework)), module];
        AssemblyFile[] theirs = [.. offered];

        IEnumerable<string> missing =
            from file in ours
            from wanted in file.References
            where !Array.Exists(ours, found => found.Meets(wanted)) && !Array.Exists(theirs, found => meets(found, wanted))
            where file != module || !IsOldestPowerShell(wanted)
            select $"{file.SimpleName} asks for {wanted}";

        Assert.Contains(ours, file => file.SimpleName == "RunSummary.Engine");
        Assert.Empty(missing);
    }

    private static void AssertLoaderNeedsOnly(string framework, string offeredIn) => Assert.Empty(
        References(Path.Combine(BuildPaths.Shipped(framework), "RunSummary.Loader.dll"))
            .Except(AssemblyFile.ReadFolder(offeredIn).Select(file => file.SimpleName)));

    // .NET Framework gives its own assembly for any build of the same minor version: System.ValueTuple 4.0.5 is asked for, 4.0.2 is there.
    private static bool UnifiesWith(AssemblyFile offered, AssemblyName wanted) =>
        offered.Meets(new AssemblyName(wanted.FullName) { Version = new Version(wanted.Version!.Major, wanted.Version.Minor) });

    // 3.0 is what Windows PowerShell 5.1 calls itself, and what PowerShell 7 takes for its own.
    private static bool IsOldestPowerShell(AssemblyName name) => name is { Name: PowerShell, Version: { Major: 3, Minor: 0 } };

    private static IEnumerable<string> References(string path) =>
        AssemblyFile.Read(path).References.Select(reference => reference.Name!).Order(StringComparer.Ordinal);
}
