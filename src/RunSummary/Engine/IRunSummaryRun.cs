using System;
using System.Collections.Generic;
using RunSummary.Errors;

namespace RunSummary.Engine;

/// <summary>A stream of reads or writes of run summaries. Outcomes come in the order of the requests, exactly one for each.</summary>
internal interface IRunSummaryRun
{
    /// <summary>Takes one more request.</summary>
    void Add(RunRequest request);

    /// <summary>Takes a request that failed before it could be sent, for its place in the order.</summary>
    void AddFailed(RunRequest request, Failure failure);

    /// <summary>Says that no more requests follow, so that nothing waits for a full batch any longer.</summary>
    void Complete();
}

/// <summary>A request of a run.</summary>
/// <param name="Update">What to write; null to read.</param>
/// <param name="Subject">What the caller calls it, given back with the outcome.</param>
internal sealed record RunRequest(RunSummaryUpdate? Update, ErrorSubject Subject)
{
    /// <summary>
    /// Each count must still be as one of these has it, or as it is to be written, for the write to be sent; null where it doesn't matter.
    /// </summary>
    public IReadOnlyList<RunSummaryCounts>? Expected { get; init; }

    /// <summary>The script; null only for a request that failed before it was known.</summary>
    public ScriptReference? Script { get; init; }
}

/// <summary>What came of a request: a summary or a failure.</summary>
internal sealed record RunOutcome(RunRequest Request, DeviceScriptRunSummary? Summary, Failure? Failure);

/// <summary>How a run works.</summary>
/// <param name="ThrottleLimit">How many HTTP requests may be under way at once.</param>
internal sealed record RunOptions(int ThrottleLimit)
{
    /// <summary>How long a request waits for others to fill its batch.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The full path of the journal to append to; null for none.</summary>
    public string? JournalPath { get; init; }

    /// <summary>Whether to continue the journal's last run, without writing again what it wrote.</summary>
    public bool Resume { get; init; }

    /// <summary>Whether to read first, and not to write what the service holds already.</summary>
    public bool SkipUnchanged { get; init; }
}
