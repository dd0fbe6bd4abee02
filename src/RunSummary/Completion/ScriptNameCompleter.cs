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
        TypedWord word = new(wordToComplete);
        return ScriptLookup.Find(commandAst, fakeBoundParameters)
            .Select(script => script.DisplayName)
            .OfType<string>()
            .Where(name => !string.IsNullOrWhiteSpace(name) && word.Begins(name))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Select(name => new CompletionResult(Quote(name), name, CompletionResultType.ParameterValue, name));
    }

    // A name is text: what would be a wildcard in it is escaped.
    private static string Quote(string name) =>
        "'" + CodeGeneration.EscapeSingleQuotedStringContent(WildcardPattern.Escape(name)) + "'";
}
