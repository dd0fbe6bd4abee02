using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace RunSummary.Completion;

/// <summary>Offers the ids of the tenant's scripts and shows their names; what is typed may be the beginning of either.</summary>
public sealed class ScriptIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        TypedWord word = new(wordToComplete);
        return ScriptLookup.Find(commandAst, fakeBoundParameters)
            .Where(script => word.Begins(script.ScriptId) || word.Begins($"{script}"))
            .OrderBy(script => $"{script}", StringComparer.OrdinalIgnoreCase)
            .Select(script => new CompletionResult(
                script.ScriptId, $"{script}", CompletionResultType.ParameterValue, $"{script.ScriptType}: {script}"));
    }
}
