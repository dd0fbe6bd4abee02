using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using RunSummary.Sandbox;

namespace RunSummary.Tests.Docs;

/// <summary>A cmdlet in RunSummary.dll-Help.xml as built.</summary>
internal sealed class MamlCommand(XElement command)
{
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly XNamespace Ns = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";

    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(RepositoryPaths.Manifest)!, "en-US");

    public static IReadOnlyList<MamlCommand> All { get; } =
        [.. XDocument.Load(Path.Combine(Folder, "RunSummary.dll-Help.xml")).Root!.Elements(Ns + "command").Select(element => new MamlCommand(element))];

    public string Name => command.Element(Ns + "details")!.Element(Ns + "name")!.Value;

    public string Synopsis => Text(command.Element(Ns + "details")!.Element(Maml + "description"));

    public string Description => Text(command.Element(Maml + "description"));

    public string Notes => Text(command.Element(Maml + "alertSet"));

    public IEnumerable<string> Inputs => Types("inputTypes", "inputType");

    public IEnumerable<string> Outputs => Types("returnValues", "returnValue");

    /// <summary>The code of the examples.</summary>
    public IEnumerable<string> Examples => command.Element(Ns + "examples")!.Elements(Ns + "example").Select(example => example.Element(Dev + "code")!.Value);

    /// <summary>All that MAML holds of the parameters. It doesn't tell their sets apart.</summary>
    public IEnumerable<HelpParameter> Parameters => command.Element(Ns + "parameters")!.Elements(Ns + "parameter").Select(Parameter);

    /// <summary>Each line of the syntax as its parameters, with whether they are required and where.</summary>
    public IEnumerable<string> Syntax => command.Element(Ns + "syntax")!.Elements(Ns + "syntaxItem").Select(item => string.Join(
        ' ', item.Elements(Ns + "parameter").Select(Parameter).OrderBy(parameter => parameter.Name).Select(Bound)));

    public static MamlCommand Of(string name) => All.Single(command => command.Name == name);

    /// <summary>A parameter in a line of the syntax.</summary>
    public static string Bound(HelpParameter parameter) =>
        $"{parameter.Name}({(parameter.ParameterSets[0].IsRequired ? "required" : "optional")} {parameter.ParameterSets[0].Position.ToUpperInvariant()})";

    private static HelpParameter Parameter(XElement parameter) => new()
    {
        Name = parameter.Element(Maml + "name")!.Value,
        Description = Text(parameter.Element(Maml + "description")),
        Type = parameter.Element(Dev + "type")!.Element(Maml + "name")!.Value,
        DefaultValue = parameter.Element(Dev + "defaultValue")?.Value ?? "",
        SupportsWildcards = Is(parameter, "globbing"),
        Aliases = [.. $"{parameter.Attribute("aliases")!.Value}".Split(", ").Where(alias => alias != "none")],
        AcceptedValues = [.. parameter.Elements(Ns + "parameterValueGroup").Elements().Select(value => value.Value)],
        ParameterSets =
        [
            new HelpParameterSet
            {
                IsRequired = Is(parameter, "required"),
                Position = parameter.Attribute("position")!.Value,
                ValueFromPipeline = parameter.Attribute("pipelineInput")!.Value.Contains("ByValue", StringComparison.Ordinal),
                ValueFromPipelineByPropertyName = parameter.Attribute("pipelineInput")!.Value.Contains("ByPropertyName", StringComparison.Ordinal),
            },
        ],
    };

    private static bool Is(XElement parameter, string attribute) => (bool)parameter.Attribute(attribute)!;

    private static string Text(XElement? element) => string.Join("\n\n", element?.Descendants(Maml + "para").Select(para => para.Value) ?? []);

    private IEnumerable<string> Types(string list, string item) =>
        command.Element(Ns + list)!.Elements(Ns + item).Select(type => type.Element(Dev + "type")!.Element(Maml + "name")!.Value);
}
