using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace RunSummary.Sandbox.Hosting;

/// <summary>All that one invocation gave: output, every stream, and the exception that ended it.</summary>
public sealed record InvocationResult
{
    public required IReadOnlyList<PSObject?> Output { get; init; }

    public required IReadOnlyList<ErrorRecord> Errors { get; init; }

    public required IReadOnlyList<string> Verbose { get; init; }

    public required IReadOnlyList<string> Warning { get; init; }

    public required IReadOnlyList<string> Debug { get; init; }

    public required IReadOnlyList<string> Information { get; init; }

    public required IReadOnlyList<ProgressRecord> Progress { get; init; }

    /// <summary>What ended the invocation early; null when it ran to its end.</summary>
    public required Exception? Terminating { get; init; }

    public ErrorRecord? TerminatingError => (Terminating as IContainsErrorRecord)?.ErrorRecord;

    public bool WasStopped => Terminating is PipelineStoppedException;

    /// <summary>The errors and the terminating one, if any.</summary>
    public IReadOnlyList<ErrorRecord> AllErrors => TerminatingError is { } last ? [.. Errors, last] : Errors;

    /// <summary>The output without its PSObject wrappers.</summary>
    public IReadOnlyList<object?> Values => [.. Output.Select(item => item?.BaseObject)];

    internal static InvocationResult Of(PowerShell shell, IEnumerable<PSObject?> output, Exception? terminating)
    {
        PSDataStreams streams = shell.Streams;
        return new InvocationResult
        {
            Output = [.. output],
            Errors = [.. streams.Error],
            Verbose = [.. streams.Verbose.Select(record => record.Message)],
            Warning = [.. streams.Warning.Select(record => record.Message)],
            Debug = [.. streams.Debug.Select(record => record.Message)],
            Information = [.. streams.Information.Select(record => record.ToString())],
            Progress = [.. streams.Progress],
            Terminating = terminating,
        };
    }
}
