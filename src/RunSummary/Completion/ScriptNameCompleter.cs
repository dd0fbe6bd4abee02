using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace RunSummary.Completion;

/// <summary>Offers the names of the tenant's scripts.</summary>
public sealed class ScriptNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        WildcardPattern pattern = new(wordToComplete.Trim('\'', '"') + "*", WildcardOptions.IgnoreCase);
        return ScriptLookup.Find(fakeBoundParameters)
            .Select(script => script.DisplayName)
            .OfType<string>()
            .Where(name => !string.IsNullOrWhiteSpace(name) && pattern.IsMatch(name))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Select(name => new CompletionResult(Quote(name), name, CompletionResultType.ParameterValue, name));
    }

    // A name is text: what would be a wildcard in it is escaped.
    private static string Quote(string name) =>
        "'" + CodeGeneration.EscapeSingleQuotedStringContent(WildcardPattern.Escape(name)) + "'";
}
