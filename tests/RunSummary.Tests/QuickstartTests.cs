using System.Collections.Generic;
using System.IO;
using System.Linq;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests;

public sealed class QuickstartTests : ModuleTest
{
    [Fact]
    public void Runs_to_its_end_with_the_one_error_that_it_shows()
    {
        using StringWriter screen = new();
        using PowerShellSession shell = OpenShell(new HostOptions { Output = screen });

        int exitCode = new ScriptShow(shell).Show(RepositoryPaths.Quickstart);

        Assert.Equal(0, exitCode);
        Assert.Single(shell.Invoke("$Error").Output);
    }

    [Fact]
    public void Prints_what_README_shows()
    {
        using Utf8Console console = new();
        using StringWriter screen = new();
        using PowerShellSession shell = OpenShell(new HostOptions { Output = screen });

        new ScriptShow(shell).Show(RepositoryPaths.Quickstart);

        string[] printed = [.. Lines(screen.ToString())];
        Assert.NotEmpty(ReadmeTranscript());
        Assert.All(ReadmeTranscript(), line => Assert.Contains(line, printed));
    }

    private static string[] ReadmeTranscript() =>
    [
        .. Lines(File.ReadAllText(Path.Combine(RepositoryPaths.Root, "README.md")))
            .SkipWhile(line => line != "```text")
            .Skip(1)
            .TakeWhile(line => line != "```"),
    ];

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.TrimEnd());
}
