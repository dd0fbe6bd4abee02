using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace RunSummary.Completion;

/// <summary>Offers the run states that Microsoft Graph documents; others are taken as well.</summary>
public sealed class RunStateCompleter : IArgumentCompleter
{
    private static readonly string[] Documented = ["fail", "notApplicable", "pending", "scriptError", "success", "unknown"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Documented
            .Where(state => state.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(state => new CompletionResult(state));
}
