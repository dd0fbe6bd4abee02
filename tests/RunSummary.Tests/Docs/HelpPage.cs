using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using RunSummary.Sandbox;
using YamlDotNet.Serialization;

namespace RunSummary.Tests.Docs;

/// <summary>A cmdlet's page in docs/en-US.</summary>
internal sealed partial class HelpPage
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().IgnoreUnmatchedProperties().Build();

    private readonly Dictionary<string, string> _sections;

    private HelpPage(string name, string text)
    {
        Name = name;
        _sections = Parts(text, "## ");
    }

    public static string Folder { get; } = Path.Combine(RepositoryPaths.Root, "docs", "en-US");

    public static IReadOnlyList<HelpPage> All { get; } =
    [
        .. Directory.GetFiles(Folder, "*-*.md")
            .Order(StringComparer.Ordinal)
            .Select(path => new HelpPage(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))),
    ];

    public string Name { get; }

    public string Synopsis => _sections["SYNOPSIS"];

    public string Description => _sections["DESCRIPTION"];

    public string Notes => _sections["NOTES"];

    /// <summary>By the name of the set, what is written.</summary>
    public IReadOnlyDictionary<string, string> Syntax => Parts(_sections["SYNTAX"], "### ");

    /// <summary>By the title: a sentence and a block of code.</summary>
    public IReadOnlyDictionary<string, string> Examples => Parts(_sections["EXAMPLES"], "### ");

    public IReadOnlyDictionary<string, string> Inputs => Parts(_sections["INPUTS"], "### ");

    public IReadOnlyDictionary<string, string> Outputs => Parts(_sections["OUTPUTS"], "### ");

    public IEnumerable<HelpParameter> Parameters => Parts(_sections["PARAMETERS"], "### -")
        .Select(part => (Name: part.Key, Match: ParameterText().Match(part.Value)))
        .Where(part => part.Match.Success)
        .Select(part => Yaml.Deserialize<HelpParameter>(part.Match.Groups[2].Value) with { Name = part.Name, Description = part.Match.Groups[1].Value });

    public static HelpPage Of(string name) => All.Single(page => page.Name == name);

    private static Dictionary<string, string> Parts(string text, string heading) => Regex
        .Split(text, $"^{heading}", RegexOptions.Multiline)
        .Skip(1)
        .Select(part => part.Split('\n', 2))
        .ToDictionary(part => part[0].Replace(" (Default)", "", StringComparison.Ordinal), part => part[1].Trim());

    [GeneratedRegex("^(.*)\n\n```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ParameterText();
}
