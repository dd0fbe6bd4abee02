using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Completion;

/// <summary>A test of what a tab offers.</summary>
public abstract class CompletionTest : ConnectedTest
{
    /// <summary>What comes depends on what the service gives in the time that a person waits, so a busy machine is given more than one try.</summary>
    protected void AssertOffers(string line, params string[] expected)
    {
        Stopwatch watch = Stopwatch.StartNew();
        string[] offered = Complete(line);
        while (!offered.SequenceEqual(expected) && watch.Elapsed < TimeSpan.FromSeconds(5))
        {
            offered = Complete(line);
        }

        Assert.Equal(expected, offered);
    }

    protected string[] Complete(string line) => [.. Results(line).Select(match => match.CompletionText)];

    protected IReadOnlyList<CompletionResult> Results(string line)
    {
        var matches = Succeed("[System.Management.Automation.CommandCompletion]::CompleteInput($in, $in.Length, $null, [powershell]::Create('CurrentRunspace')).CompletionMatches", line);
        return [.. matches.Select(match => (CompletionResult)match.BaseObject).Where(match => match.ResultType == CompletionResultType.ParameterValue)];
    }

    protected void AssertSilent(string line)
    {
        var result = Invoke("$Error.Clear(); (TabExpansion2 -inputScript $in -cursorColumn $in.Length).CompletionMatches | ForEach-Object CompletionText; $Error.Count", line);
        Assert.Empty(result.AllErrors);
        Assert.Equal([0], result.Values);
    }
}
