using System;
using System.IO;
using System.Linq;
using Xunit;

namespace RunSummary.Tests.Docs;

public sealed class AboutTopicTests : HelpTest
{
    private const int Columns = 80;

    public static TheoryData<string> Topics => [.. Directory.GetFiles(HelpPage.Folder, "about_*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order()];

    [Theory]
    [MemberData(nameof(Topics))]
    public void What_ships_says_what_the_page_says(string topic)
    {
        string page = File.ReadAllText(Path.Combine(HelpPage.Folder, $"{topic}.md"));
        string shipped = File.ReadAllText(Path.Combine(MamlCommand.Folder, $"{topic}.help.txt"));

        Assert.Equal(Words(page).Prepend("TOPIC").Select(word => word.ToUpperInvariant()), Words(shipped).Select(word => word.ToUpperInvariant()));
        Assert.All(shipped.Split('\n'), line => Assert.InRange(line.Length, 0, Columns));
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Get_Help_finds_it(string topic) => Assert.StartsWith($"TOPIC\n    {topic}\n\nSHORT DESCRIPTION\n", $"{Succeed($"Get-Help {topic}").Single()}", StringComparison.Ordinal);
}
