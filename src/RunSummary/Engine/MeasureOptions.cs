namespace RunSummary.Engine;

/// <summary>How summaries are taken from run states.</summary>
/// <param name="ThrottleLimit">How many scripts are read at once.</param>
/// <param name="Compare">Whether the recorded summary is read too: then the outcomes are <see cref="RunSummaryComparison"/> objects.</param>
internal sealed record MeasureOptions(int ThrottleLimit, bool Compare);
