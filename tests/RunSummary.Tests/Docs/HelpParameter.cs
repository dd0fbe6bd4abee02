using System.Collections.Generic;

namespace RunSummary.Tests.Docs;

/// <summary>A parameter as a page describes it; the names are those of the page's YAML.</summary>
internal sealed record HelpParameter
{
    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    public string Type { get; init; } = "";

    public string DefaultValue { get; init; } = "";

    public bool SupportsWildcards { get; init; }

    public List<string> Aliases { get; init; } = [];

    public List<string> AcceptedValues { get; init; } = [];

    public List<HelpParameterSet> ParameterSets { get; init; } = [];
}

/// <summary>How a parameter is bound in one set, or in <c>(All)</c>.</summary>
internal sealed record HelpParameterSet
{
    public string Name { get; init; } = "";

    public string Position { get; init; } = "";

    public bool IsRequired { get; init; }

    public bool ValueFromPipeline { get; init; }

    public bool ValueFromPipelineByPropertyName { get; init; }
}
