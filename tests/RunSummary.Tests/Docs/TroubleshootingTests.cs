using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Docs;

public sealed class TroubleshootingTests : HelpTest
{
    [Theory]
    [InlineData("docs/guides/troubleshooting.md")]
    [InlineData("docs/en-US/about_RunSummary_Errors.md")]
    public void Each_error_has_its_place_and_those_that_end_a_command_say_so(string page)
    {
        string[] lines = File.ReadAllLines(Path.Combine(RepositoryPaths.Root, page));
        IReadOnlyDictionary<string, string> endings = Endings();

        Assert.Equal(endings.Keys.Order(), lines.Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..]).Order());
        Assert.All(endings, error =>
        {
            string text = lines.SkipWhile(line => line != $"### {error.Key}").Skip(2).First();
            Assert.Equal(error.Value != "Never", text.StartsWith("*Ends", StringComparison.Ordinal));
        });
    }
}
