using System.Collections.Generic;
using System.Linq;
using RunSummary.Resources;

namespace RunSummary.Engine.RunSummaries;

/// <summary>Names the counts that the service holds otherwise than they were written.</summary>
internal static class CountDifferences
{
    /// <param name="written">The counts that were written.</param>
    /// <param name="held">Those that the service holds.</param>
    /// <param name="text">What to say of one count: its name, what was written, and what the service holds.</param>
    /// <returns>A sentence for each count that differs; nothing where none does.</returns>
    public static string Describe(RunSummaryCounts written, RunSummaryCounts held, string text)
    {
        Dictionary<string, int> values = held.Supplied().ToDictionary(count => count.Key, count => count.Value);
        return string.Join(" ", written.Supplied()
            .Except(values)
            .Select(count => text.With(count.Key, count.Value, values.TryGetValue(count.Key, out int value) ? value : "?")));
    }
}
