using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using Xunit;

namespace RunSummary.Tests.Docs;

/// <summary>All examples, those that can't be run included.</summary>
public sealed class ExampleBindingTests : ModuleTest
{
    public static TheoryData<string> All => [.. Examples.All.Select(example => example.Place)];

    [Theory]
    [MemberData(nameof(All))]
    public void Its_commands_and_their_parameters_are_there(string place)
    {
        Dictionary<string, CommandInfo> commands = Succeed("Get-Command -Module RunSummary")
            .Select(command => (CommandInfo)command.BaseObject)
            .ToDictionary(command => command.Name, StringComparer.OrdinalIgnoreCase);

        foreach (CommandAst written in Commands(Examples.At(place)))
        {
            string name = written.GetCommandName() ?? "";
            if (IsOurs(name))
            {
                Assert.True(commands.TryGetValue(name, out CommandInfo? command), $"{place}: there is no {name}.");
                new ExampleBinding(written, command).AssertBinds();
            }
        }
    }

    [Fact]
    public void Few_are_not_run_and_each_says_why()
    {
        Example[] notRun = [.. Examples.All.Where(example => example.WhyNotRun is not null)];

        Assert.All(notRun, example => Assert.True(example.WhyNotRun!.Length > 10, $"{example.Place} doesn't say why."));
        Example[] ours = [.. notRun.Where(example => Commands(example).Any(command => IsOurs(command.GetCommandName() ?? "")))];
        Assert.True(ours.Length * 20 <= Examples.All.Count, $"Too many are not run: {string.Join(", ", ours.Select(example => example.Place))}");
    }

    private static IEnumerable<CommandAst> Commands(Example example) =>
        example.Parse().FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>();

    private static bool IsOurs(string name) =>
        name.Split('-') is [_, var noun] && (noun.StartsWith("DeviceScript", StringComparison.OrdinalIgnoreCase) || noun.StartsWith("RunSummary", StringComparison.OrdinalIgnoreCase));
}
