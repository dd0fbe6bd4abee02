using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace RunSummary.Tests.Docs;

/// <summary>Code, pages and MAML say the same. Where they don't, <c>./build.ps1 Help</c> makes the last two anew.</summary>
public sealed class HelpAgreementTests : HelpTest
{
    [Fact]
    public void Each_command_has_a_page_and_its_MAML_and_nothing_else_has()
    {
        string[] commands = [.. Succeed("(Get-Module RunSummary).ExportedCmdlets.Keys").Select(name => $"{name}").Order()];

        Assert.Equal(commands, HelpPage.All.Select(page => page.Name).Order());
        Assert.Equal(commands, MamlCommand.All.Select(command => command.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_page_has_the_parameters_of_the_code(string name)
    {
        string[] sets = [.. Command(name).ParameterSets.Select(set => set.Name)];

        Assert.Equal(sets.Order(), HelpPage.Of(name).Syntax.Keys.Order());
        Assert.Equal(HelpFacts.Lines(new CommandFacts(Command(name)).Parameters, sets), HelpFacts.Lines(HelpPage.Of(name).Parameters, sets));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_MAML_has_the_parameters_of_the_code(string name)
    {
        HelpParameter[] parameters = [.. new CommandFacts(Command(name)).Parameters];

        Assert.Equal(
            HelpFacts.Lines(parameters.Select(Merge), []),
            HelpFacts.Lines(MamlCommand.Of(name).Parameters, []));
        Assert.Equal(Command(name).ParameterSets.Select(set => Line(set, parameters)).Order(), MamlCommand.Of(name).Syntax.Order());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_page_says_in_words_what_the_bounds_and_the_default_are(string name)
    {
        CmdletInfo command = Command(name);
        Dictionary<string, string> described = HelpPage.Of(name).Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Description);

        Assert.All(
            command.Parameters.Values
                .Where(parameter => described.ContainsKey(parameter.Name))
                .SelectMany(parameter => parameter.Attributes.OfType<ValidateRangeAttribute>().Select(range => (parameter.Name, range))),
            bound => Assert.Contains($"{bound.range.MinRange} to {bound.range.MaxRange}", described[bound.Name], StringComparison.Ordinal));
        Assert.All(
            new CommandFacts(command).Parameters.Where(parameter => parameter.DefaultValue is not ("None" or "False")),
            parameter => Assert.Contains(parameter.DefaultValue, described[parameter.Name], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_page_has_the_types_of_input_and_output_of_the_code(string name)
    {
        CmdletInfo command = Command(name);
        string[] inputs =
        [
            .. command.ParameterSets.SelectMany(set => set.Parameters)
                .Where(parameter => parameter.ValueFromPipeline || parameter.ValueFromPipelineByPropertyName)
                .Select(parameter => parameter.ParameterType.ToString())
                .Distinct(),
        ];

        Assert.Equal(inputs.DefaultIfEmpty("None").Order(), HelpPage.Of(name).Inputs.Keys.Order());
        Assert.Equal(command.OutputType.Select(type => type.Name).Order(), HelpPage.Of(name).Outputs.Keys.Order());
        Assert.Equal(HelpPage.Of(name).Inputs.Keys, MamlCommand.Of(name).Inputs);
        Assert.Equal(HelpPage.Of(name).Outputs.Keys, MamlCommand.Of(name).Outputs);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_MAML_has_the_text_of_the_page(string name)
    {
        HelpPage page = HelpPage.Of(name);
        MamlCommand maml = MamlCommand.Of(name);

        Assert.Equal(Words(page.Synopsis), Words(maml.Synopsis));
        Assert.Equal(Words(page.Description), Words(maml.Description));
        Assert.Equal(Words(page.Notes), Words(maml.Notes));
        Assert.Equal(page.Examples.Values.Select(Code), maml.Examples);
        Assert.Equal(Described(page.Parameters), Described(maml.Parameters));
    }

    private static string Code(string example) => example.Split("```powershell\n")[1].Split("\n```")[0];

    private static IEnumerable<string> Described(IEnumerable<HelpParameter> parameters) =>
        parameters.OrderBy(parameter => parameter.Name).Select(parameter => $"{parameter.Name} {string.Join(' ', Words(parameter.Description))}");

    private static string Line(CommandParameterSetInfo set, HelpParameter[] parameters) => string.Join(
        ' ',
        from parameter in parameters
        from bound in parameter.ParameterSets
        where bound.Name == set.Name
        orderby parameter.Name
        select MamlCommand.Bound(parameter with { ParameterSets = [bound] }));

    /// <summary>MAML has one line for all sets of a parameter. What one set can do without isn't required.</summary>
    private static HelpParameter Merge(HelpParameter parameter) => parameter with
    {
        ParameterSets =
        [
            parameter.ParameterSets[0] with
            {
                Name = "",
                IsRequired = parameter.ParameterSets.All(set => set.IsRequired),
                ValueFromPipeline = parameter.ParameterSets.Any(set => set.ValueFromPipeline),
                ValueFromPipelineByPropertyName = parameter.ParameterSets.Any(set => set.ValueFromPipelineByPropertyName),
            },
        ],
    };
}
