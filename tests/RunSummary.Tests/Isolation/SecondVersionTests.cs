using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Isolation;

/// <summary>The module imported from a second folder into a process that has it already: it works, or it is refused whole.</summary>
public sealed partial class SecondVersionTests : IDisposable
{
    private readonly TemporaryCopy _second = new(RepositoryPaths.ModuleFolder);

    public void Dispose() => _second.Dispose();

    [Fact]
    public Task A_later_version_is_refused_and_the_first_goes_on() => AssertRefusedAsync(OtherRelease.Later);

    [Fact]
    public Task So_is_an_earlier_one() => AssertRefusedAsync(OtherRelease.Earlier);

    [Fact]
    public async Task A_copy_of_the_same_version_shares_what_is_loaded()
    {
        Report report = await ImportAsync();

        Assert.All(report.Rows("import"), import => Assert.Equal("done", import[1]));
        Assert.Equal(["2", "2", "1"], report.Values("modules"));
    }

    private async Task AssertRefusedAsync(Version version)
    {
        OtherRelease.Make(_second["RunSummary.dll"], version);
        string manifest = await File.ReadAllTextAsync(_second["RunSummary.psd1"]);
        await File.WriteAllTextAsync(_second["RunSummary.psd1"], ModuleVersion().Replace(manifest, $"ModuleVersion = '{version.ToString(3)}'"));

        Report report = await ImportAsync();

        Assert.All(report.Rows("import"), import =>
        {
            Assert.StartsWith("System.IO.FileLoadException,", import[1], StringComparison.Ordinal);
            Assert.Contains($"RunSummary, Version={version}", import[2], StringComparison.Ordinal);
            Assert.Contains("already loaded", import[2], StringComparison.Ordinal);
        });
        Assert.Equal(["1", "1", "0"], report.Values("modules"));
    }

    private async Task<Report> ImportAsync()
    {
        Report report = await ChildShell.RunAsync("SecondVersion.ps1", "-Manifest", _second["RunSummary.psd1"]);

        Assert.Equal(3, report.Rows("import").Count());
        Assert.Equal(["1", "2", "3"], report.Values("updated"));
        Assert.Equal(["RunSummary", "RunSummary.Loader"], report.LoadedIn("Default").FromModule());
        Assert.Single(report.Loaded, assembly => assembly.Name == "RunSummary.Engine");
        Assert.DoesNotContain(report.Loaded, assembly => assembly.Path.StartsWith(_second.Folder, StringComparison.Ordinal));
        return report;
    }

    [GeneratedRegex("ModuleVersion *= *'[^']*'")]
    private static partial Regex ModuleVersion();
}
