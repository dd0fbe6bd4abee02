using System;
using System.IO;
using System.Linq;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Docs;

public sealed class ExampleFilesTests
{
    private static string[] Scripts => Directory.GetFiles(Path.Combine(RepositoryPaths.Root, "docs", "examples"));

    [Fact]
    public void Each_script_among_the_examples_is_run_by_a_test()
    {
        string[] tests = [.. Directory.GetFiles(Path.Combine(RepositoryPaths.Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)];

        Assert.NotEmpty(Scripts);
        Assert.All(Scripts.Select(path => Path.GetFileName(path)), script => Assert.True(tests.Any(test => test.Contains($"\"{script}\"", StringComparison.Ordinal)), $"No test runs {script}."));
    }

    [Fact]
    public void Each_stand_in_is_for_a_command_that_an_example_uses()
    {
        string[] examples = [.. Examples.All.Select(example => example.Text), .. Scripts.Select(File.ReadAllText)];
        string[] standIns = [.. File.ReadAllLines(ExampleWorld.StandIns).Where(line => line.StartsWith("function ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1])];

        Assert.NotEmpty(standIns);
        Assert.All(standIns, name => Assert.Contains(examples, text => text.Contains(name, StringComparison.OrdinalIgnoreCase)));
    }
}
