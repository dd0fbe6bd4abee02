using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Hosting;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Docs;

/// <summary>The tables that guides show are what the example before them prints.</summary>
public sealed partial class GuideOutputTests : ConnectedTest
{
    /// <summary>By the guide, the example and what it prints.</summary>
    public static TheoryData<string, string, string> Tables =>
    [
        .. from guide in Directory.GetFiles(Path.Combine(RepositoryPaths.Root, "docs", "guides"), "*.md").Order(StringComparer.Ordinal)
           from shown in TextBlock().Matches(File.ReadAllText(guide).ReplaceLineEndings("\n"))
           where Underline().IsMatch(shown.Groups["output"].Value)
           select new TheoryDataRow<string, string, string>(Path.GetFileName(guide), shown.Groups["code"].Value, shown.Groups["output"].Value),
    ];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_is_what_the_example_before_it_prints(string guide, string code, string output)
    {
        using Utf8Console console = new();
        using StringWriter screen = new();
        using PowerShellSession shell = OpenShell(new HostOptions { Output = screen });

        Assert.True(code.Length > 0, $"{guide} shows a table that no example prints.");

        // As at a prompt: one after the other.
        Assert.All(new Example(guide, Line: 1, code).Parse().EndBlock.Statements, line => Assert.Equal(RunOutcome.Completed, shell.Run(line.Extent.Text)));
        Assert.Subset(Lines(screen.ToString()).ToHashSet(), Lines(output).ToHashSet());
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.TrimEnd());

    /// <summary>A block of text, and the block of PowerShell before it where no other block is between.</summary>
    [GeneratedRegex("""(?ms)(^```powershell\n(?<code>((?!```).)*)^```\n((?!```).)*)?^```text\n(?<output>((?!```).)*)^```$""")]
    private static partial Regex TextBlock();

    [GeneratedRegex("(?m)^-+( +-+)+ *$")]
    private static partial Regex Underline();
}
