using System;
using System.IO;
using System.Linq;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Docs;

public sealed class TroubleshootingTests : ModuleTest
{
    [Fact]
    public void Each_error_has_its_place_in_the_guide_and_those_that_end_a_command_say_so()
    {
        string[] guide = File.ReadAllLines(Path.Combine(RepositoryPaths.Root, "docs", "guides", "troubleshooting.md"));
        string[] ends = [.. Succeed(
            "$rows = [RunSummary.DeviceScript].Assembly.GetType('RunSummary.Errors.ErrorTable').GetProperty('Rows').GetValue($null); $rows.GetEnumerator() | ForEach-Object { \"$($_.Key) $($_.Value.Item2)\" }")
            .Select(row => $"{row}")];

        Assert.Equal(
            ends.Select(row => row.Split(' ')[0]).Order(),
            guide.Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..]).Order());
        Assert.All(ends, row =>
        {
            string text = guide.SkipWhile(line => line != $"### {row.Split(' ')[0]}").Skip(2).First();
            Assert.Equal(!row.EndsWith("Never", StringComparison.Ordinal), text.StartsWith("*Ends", StringComparison.Ordinal));
        });
    }
}
