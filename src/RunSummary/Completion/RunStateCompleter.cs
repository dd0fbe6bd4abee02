using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using RunSummary.Engine;

namespace RunSummary.Completion;

/// <summary>Offers the run states that Microsoft Graph documents; others are taken as well.</summary>
public sealed class RunStateCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        TypedWord word = new(wordToComplete);
        return KnownRunStates.All.Where(word.Begins).Select(state => new CompletionResult(state));
    }
}
