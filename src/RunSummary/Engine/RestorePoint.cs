namespace RunSummary.Engine;

/// <summary>What a journal's run did to a script: the counts before it and those that it wrote.</summary>
internal sealed record RestorePoint(ScriptReference Script, RunSummaryCounts Before, RunSummaryCounts Written);
