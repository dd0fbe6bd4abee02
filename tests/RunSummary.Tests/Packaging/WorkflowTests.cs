using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Packaging;

public sealed partial class WorkflowTests
{
    private static readonly string GitHub = Path.Combine(RepositoryPaths.Root, ".github");

    public static TheoryData<string> Workflows => [.. Directory.GetFiles(Path.Combine(GitHub, "workflows")).Select(path => Path.GetFileName(path))];

    [Fact]
    public void Each_action_of_others_is_pinned_by_a_commit_and_says_its_version()
    {
        Assert.NotEmpty(Others());
        Assert.All(Others(), use => Assert.Matches(Pinned(), use));
    }

    [Fact]
    public void Each_action_has_one_version_everywhere() => Assert.All(
        Others().Select(use => use.Split('@')).GroupBy(use => string.Join('/', use[0].Split('/').Take(2))),
        action => Assert.Single(action.Select(use => use[1]).Distinct()));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_job_may_read_and_no_more_unless_it_says_so(string file)
    {
        string text = File.ReadAllText(Path.Combine(GitHub, "workflows", file));

        Assert.Contains("\npermissions:\n  contents: read\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("write-all", text, StringComparison.Ordinal);
    }

    private static string[] Others() =>
    [
        .. Directory.GetFiles(GitHub, "*.yml", SearchOption.AllDirectories)
            .SelectMany(path => Use().Matches(File.ReadAllText(path)))
            .Select(use => use.Groups[1].Value)
            .Where(use => !use.StartsWith("./", StringComparison.Ordinal)),
    ];

    [GeneratedRegex(@"^\s*(?:- )?uses: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Use();

    [GeneratedRegex(@"^[\w.-]+(/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();
}
