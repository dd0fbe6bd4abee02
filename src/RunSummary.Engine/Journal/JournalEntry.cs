using System;
using RunSummary.Errors;

namespace RunSummary.Engine.Journal;

/// <summary>A line of a journal: the run that it belongs to, and when it was written, UTC.</summary>
internal abstract record JournalEntry(Guid RunId, DateTimeOffset Time);

/// <summary>The beginning of a run, or its continuation under the same id. The tenant is null where the session's token didn't say.</summary>
internal sealed record RunEntry(Guid RunId, DateTimeOffset Time, string? TenantId, Uri Endpoint) : JournalEntry(RunId, Time);

/// <summary>A write that is about to be sent, with the counts that the service holds and those to be sent.</summary>
internal sealed record IntentEntry(Guid RunId, DateTimeOffset Time, ScriptReference Script, RunSummaryCounts Before, RunSummaryCounts Values)
    : JournalEntry(RunId, Time);

/// <summary>What came of a write: the counts that the service returned, or an error, or both where it returned others than were sent.</summary>
internal sealed record OutcomeEntry(Guid RunId, DateTimeOffset Time, ScriptReference Script, RunSummaryCounts Values) : JournalEntry(RunId, Time)
{
    public RunSummaryCounts? Returned { get; init; }

    /// <summary>The summary's own key.</summary>
    public string? SummaryId { get; init; }

    public string? RequestId { get; init; }

    public ErrorId? Error { get; init; }
}
