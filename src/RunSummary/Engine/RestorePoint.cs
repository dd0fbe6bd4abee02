namespace RunSummary.Engine;

/// <summary>
/// What a journal's run did to a script: the counts before it, those that it sent last, and those of its own that the service last
/// said it holds, which differ where the last write has no certain outcome.
/// </summary>
internal sealed record RestorePoint(ScriptReference Script, RunSummaryCounts Before, RunSummaryCounts Written, RunSummaryCounts Confirmed);
