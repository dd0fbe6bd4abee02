using System;
using System.IO;
using System.Linq;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Docs;

public sealed class ExampleFilesTests
{
    [Fact]
    public void Each_script_among_the_examples_is_run_by_a_test()
    {
        string[] tests = [.. Directory.GetFiles(Path.Combine(RepositoryPaths.Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)];
        string[] scripts = [.. Directory.GetFiles(Path.Combine(RepositoryPaths.Root, "docs", "examples")).Select(path => Path.GetFileName(path))];

        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.True(tests.Any(test => test.Contains($"\"{script}\"", StringComparison.Ordinal)), $"No test runs {script}."));
    }
}
