using System.Collections.Generic;
using System.Linq;

namespace RunSummary.Tests.Docs;

/// <summary>Parameters as lines of text: what differs between two sources of them is seen at once.</summary>
internal static class HelpFacts
{
    /// <summary>A line for what is true of the parameter everywhere, and one for each set.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="sets">The names of the command's sets, which <c>(All)</c> stands for.</param>
    public static IEnumerable<string> Lines(IEnumerable<HelpParameter> parameters, IReadOnlyCollection<string> sets) => parameters
        .SelectMany(parameter => parameter.ParameterSets
            .SelectMany(set => Expand(set, sets).Select(name => Line(parameter.Name, name, set)))
            .Prepend(Line(parameter)))
        .Order();

    private static IEnumerable<string> Expand(HelpParameterSet set, IReadOnlyCollection<string> sets) => set.Name == "(All)" ? sets : [set.Name];

    private static string Line(HelpParameter parameter) =>
        $"-{parameter.Name}: {parameter.Type}, default {parameter.DefaultValue}, wildcards {parameter.SupportsWildcards}, "
        + $"aliases ({string.Join(' ', parameter.Aliases.Order())}), accepted ({string.Join(' ', parameter.AcceptedValues)})";

    private static string Line(string parameter, string set, HelpParameterSet bound) =>
        $"-{parameter} in {set}: {(bound.IsRequired ? "required" : "optional")} at {bound.Position}, "
        + $"pipeline {bound.ValueFromPipeline}, by name {bound.ValueFromPipelineByPropertyName}";
}
