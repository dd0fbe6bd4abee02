using RunSummary.Errors;

namespace RunSummary.Engine.Graph;

/// <summary>What was read from an answer, and the facts of its request.</summary>
internal sealed record GraphAnswer<T>(T Value, HttpFacts Facts);
