using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using Xunit;

namespace RunSummary.Tests.Docs;

/// <summary>A test that holds what is written to the commands and the errors of the module.</summary>
public abstract partial class HelpTest : ModuleTest
{
    public static TheoryData<string> Pages => [.. HelpPage.All.Select(page => page.Name)];

    /// <summary>By the id, when an error ends the command: Never, WithoutObject or Always.</summary>
    protected IReadOnlyDictionary<string, string> Endings() => Succeed(
        "$rows = [RunSummary.DeviceScript].Assembly.GetType('RunSummary.Errors.ErrorTable').GetProperty('Rows').GetValue($null); $rows.GetEnumerator() | ForEach-Object { \"$($_.Key) $($_.Value.Item2)\" }")
        .Select(row => $"{row}".Split(' '))
        .ToDictionary(row => row[0], row => row[1]);

    protected CmdletInfo Command(string name) => (CmdletInfo)Succeed($"Get-Command {name}").Single().BaseObject;

    protected PSObject Help(string name) => Succeed($"Get-Help {name} -Full").Single();

    /// <summary>The words alone, so that texts can be compared whatever form they have.</summary>
    protected static IEnumerable<string> Words(string text) =>
        Marks().Replace(Link().Replace(text, "$1"), "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\s*(#+ +|```\w*|- +)|`|(?<!\S)\*(?=\w)|(?<=\.)\*(?!\S)", RegexOptions.Multiline)]
    private static partial Regex Marks();
}
