using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using RunSummary.Sandbox;
using Xunit;

namespace RunSummary.Tests.Docs;

/// <summary>All examples, those that can't be run included, and commands within the text.</summary>
public sealed partial class ExampleBindingTests : ModuleTest
{
    public static TheoryData<string> Pages => [.. Examples.Pages];

    public static TheoryData<string> All => [.. Examples.All.Select(example => example.Place)];

    [Theory]
    [MemberData(nameof(All))]
    public void Its_commands_and_their_parameters_are_there(string place)
    {
        Dictionary<string, CommandInfo> commands = OurCommands();

        Assert.All(Ours(Examples.At(place)), written => new ExampleBinding(written, Known(written, commands)).AssertBinds());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void So_are_those_within_the_text(string page)
    {
        Dictionary<string, CommandInfo> commands = OurCommands();
        string[] lines = File.ReadAllLines(Path.Combine(RepositoryPaths.Root, page));

        Assert.All(lines.SelectMany(line => Code().Matches(line).Select(code => code.Groups[1].Value)).Where(code => OurName().IsMatch(code)), code =>
        {
            foreach (CommandAst written in Ours(new Example(page, 0, code)))
            {
                CommandInfo command = Known(written, commands);
                Assert.All(written.CommandElements.OfType<CommandParameterAst>(), parameter => ExampleBinding.Known(parameter, command));
            }
        });
    }

    [Fact]
    public void Few_are_not_run_and_each_says_why()
    {
        Example[] notRun = [.. Examples.All.Where(example => example.WhyNotRun is not null)];

        Assert.All(notRun, example => Assert.True(example.WhyNotRun!.Length > 10, $"{example.Place} doesn't say why."));
        Example[] ours = [.. notRun.Where(example => Ours(example).Any())];
        Assert.True(ours.Length * 10 <= Examples.All.Count, $"Too many are not run: {string.Join(", ", ours.Select(example => example.Place))}");
    }

    private static IEnumerable<CommandAst> Ours(Example example) => example.Parse()
        .FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true)
        .Cast<CommandAst>()
        .Where(command => OurName().IsMatch(command.GetCommandName() ?? ""));

    private static CommandInfo Known(CommandAst written, Dictionary<string, CommandInfo> commands)
    {
        Assert.True(commands.TryGetValue(written.GetCommandName(), out CommandInfo? command), $"There is no {written.GetCommandName()}.");
        return command;
    }

    private Dictionary<string, CommandInfo> OurCommands() => Succeed("Get-Command -Module RunSummary")
        .Select(command => (CommandInfo)command.BaseObject)
        .ToDictionary(command => command.Name, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("(?i)^[a-z]+-(DeviceScript|RunSummary)")]
    private static partial Regex OurName();
}
