namespace RunSummary.Engine;

/// <summary>One write: the counts to set, and the summary's own key where the caller wants it sent.</summary>
internal sealed record RunSummaryUpdate(ScriptReference Script, RunSummaryCounts Counts, string? RunSummaryId);
