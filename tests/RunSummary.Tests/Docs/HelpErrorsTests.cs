using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace RunSummary.Tests.Docs;

/// <summary>The errors and the permission that pages name.</summary>
public sealed partial class HelpErrorsTests : HelpTest
{
    private const string ConnectPage = "Connect-RunSummary";

    [Fact]
    public void Each_error_is_named_by_a_page_and_each_that_is_named_exists() =>
        Assert.Equal(Endings().Keys.Order(), HelpPage.All.SelectMany(Errors).Select(error => error.Id).Distinct().Order());

    [Theory]
    [MemberData(nameof(Pages))]
    public void Errors_stand_where_they_belong(string name)
    {
        IReadOnlyDictionary<string, string> endings = Endings();

        // What concerns no object ends the command whatever the table says: all of it at Connect, a list's part elsewhere.
        Assert.All(
            Errors(HelpPage.Of(name)).Where(error => name != ConnectPage && endings[error.Id] != "WithoutObject"),
            error => Assert.True(error.Ends == (endings[error.Id] == "Always"), $"{error.Id} ends {endings[error.Id]}."));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_names_the_least_permission(string name)
    {
        string? permission = Command(name).ImplementingType.GetCustomAttributes(inherit: true)
            .Where(attribute => attribute.GetType().Name == "GraphPermissionAttribute")
            .Select(attribute => $"{attribute.GetType().GetProperty("Name")!.GetValue(attribute)}")
            .SingleOrDefault();

        string first = HelpPage.Of(name).Notes.Split('\n')[0];
        Assert.True(name == ConnectPage || first.Contains(permission is null ? "Needs no permission" : $"`{permission}`", StringComparison.Ordinal), first);
    }

    /// <summary>The errors of the notes, and whether they are among those that end the command.</summary>
    private static IEnumerable<(string Id, bool Ends)> Errors(HelpPage page)
    {
        bool ends = false;
        foreach (string line in page.Notes.Split('\n'))
        {
            ends = line.EndsWith(':') ? !line.Contains("go on", StringComparison.Ordinal) : ends;
            if (Error().Match(line) is { Success: true } error)
            {
                yield return (error.Groups[1].Value, ends);
            }
        }
    }

    [GeneratedRegex("^- `(\\w+)`:")]
    private static partial Regex Error();
}
