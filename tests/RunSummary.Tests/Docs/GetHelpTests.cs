using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.Docs;

/// <summary>What Get-Help of the real engine gives for the module as built.</summary>
public sealed class GetHelpTests : HelpTest
{
    [Theory]
    [MemberData(nameof(Pages))]
    public void It_says_what_a_command_is_for(string name)
    {
        PSObject help = Help(name);

        Assert.NotEmpty(Text(help.Properties["Synopsis"].Value));
        Assert.NotEmpty(Text(help, "description", "Text"));
        Assert.NotEmpty(Text(help, "alertSet", "alert", "Text"));
        Assert.NotEmpty(Text(help, "inputTypes", "inputType", "description", "Text"));
        Assert.NotEmpty(Text(help, "returnValues", "returnValue", "description", "Text"));
        Assert.NotEmpty(Text(help, "relatedLinks", "navigationLink", "linkText"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_describes_each_parameter(string name)
    {
        PSObject[] parameters = [.. Values(Help(name), "parameters", "parameter")];
        string[] names = [.. Command(name).Parameters.Keys.Except(Cmdlet.CommonParameters)];

        Assert.Equal(names.Order(), parameters.Select(parameter => Text(parameter, "name")).Order());
        Assert.All(parameters, parameter =>
        {
            Assert.NotEmpty(Text(parameter, "description", "Text"));
            Assert.NotEmpty(Text(parameter, "defaultValue"));
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_has_the_syntax_of_the_command(string name) =>
        Assert.Equal(Command(name).ParameterSets.Count, Values(Help(name), "syntax", "syntaxItem").Count());

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_has_three_examples_or_more_with_code_and_what_it_does(string name)
    {
        PSObject[] examples = [.. Values(Help(name), "examples", "example")];

        Assert.True(examples.Length >= 3, $"{name} has {examples.Length} examples.");
        Assert.Contains(name, string.Join(' ', examples.Select(example => Text(example, "code"))), StringComparison.Ordinal);
        Assert.All(examples, example =>
        {
            Assert.NotEmpty(Text(example, "code"));
            Assert.NotEmpty(Text(example, "remarks", "Text"));
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_has_no_marks_of_markdown(string name)
    {
        using StringWriter output = new();
        using PowerShellSession shell = OpenShell(new HostOptions { Output = output });
        Assert.Equal(RunOutcome.Completed, shell.Run($"Get-Help {name} -Full"));
        string screen = output.ToString();

        Assert.Contains("RELATED LINKS", screen, StringComparison.Ordinal);
        Assert.All(["`", "](", "&lt;", "{{"], mark => Assert.DoesNotContain(mark, screen, StringComparison.Ordinal));
    }

    private static string Text(PSObject start, params string[] path) => Text(Values(start, path));

    private static string Text(object? value) => $"{LanguagePrimitives.ConvertTo<string>(value)}".Trim();

    /// <summary>Follows the properties, each of which may hold one object or several.</summary>
    private static IEnumerable<PSObject> Values(PSObject start, params string[] path) => path.Aggregate(
        (IEnumerable<PSObject>)[start],
        (objects, property) => objects.SelectMany(one => LanguagePrimitives.GetEnumerable(one.Properties[property]?.Value)?.Cast<object>() ?? [one.Properties[property]?.Value!])
            .Where(value => value is not null)
            .Select(PSObject.AsPSObject));
}
