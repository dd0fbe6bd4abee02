using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Isolation;

/// <summary>A folder that was changed, or lost files, after PowerShell loaded the module's root from it.</summary>
public sealed class IncompleteModuleTests : IDisposable
{
    private readonly TemporaryCopy _module = new(RepositoryPaths.ModuleFolder);

    public void Dispose() => _module.Dispose();

    [Fact]
    public Task An_engine_of_another_version_is_told_and_not_used()
    {
        OtherRelease.Make(_module[Path.Combine("net8.0", "RunSummary.Engine.dll")], OtherRelease.Later);
        return AssertToldAsync("99.0.0");
    }

    [Theory]
    [InlineData("RunSummary.Engine")]
    [InlineData("RunSummary.Loader")]
    public Task A_file_that_is_missing_is_told(string name)
    {
        File.Delete(_module[Path.Combine("net8.0", name + ".dll")]);
        return AssertToldAsync(name);
    }

    [Fact]
    public Task So_is_one_that_broke_off()
    {
        File.WriteAllText(_module[Path.Combine("net8.0", "RunSummary.Engine.dll")], "MZ");
        return AssertToldAsync("RunSummary.Engine");
    }

    private async Task AssertToldAsync(string words)
    {
        Report report = await ChildShell.RunAsync("IncompleteModule.ps1", "-Folder", _module.Folder);

        string[] commands = ["ConnectRunSummaryCommand", "ExportDeviceScriptRunSummaryReportCommand", "ConnectRunSummaryCommand"];
        Assert.Equal(commands.Select(command => $"ModuleIncomplete,RunSummary.Commands.{command}"), report.Values("error"));
        Assert.All(report.Rows("error"), error =>
        {
            Assert.Equal("NotInstalled", error[1]);
            Assert.Contains(words, error[2], StringComparison.Ordinal);
            Assert.Contains("Start a new PowerShell", error[3], StringComparison.Ordinal);
        });
        Assert.False(File.Exists(_module["report.csv"]));
    }
}
