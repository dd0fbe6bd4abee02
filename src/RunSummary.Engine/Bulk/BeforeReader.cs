using System.Collections.Generic;
using System.Linq;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Bulk;

/// <summary>Decides which writes are still wanted, now that it is known what the service holds.</summary>
internal static class BeforeReader
{
    /// <summary>Gives the outcome of a write that needn't or mustn't be sent; null for one that is to be.</summary>
    public static BulkOutcome? Decide(BulkItem item, bool skipUnchanged)
    {
        RunSummaryCounts held = RunSummaryCounts.Of(item.Before!);
        RunSummaryCounts wanted = item.Request.Update!.Counts;
        bool isThere = held.Only(wanted) == wanted;
        if (isThere && (skipUnchanged || item.Request.Expected is not null))
        {
            return new BulkOutcome(item.Before, null);
        }

        return item.Request.Expected is { } expected && !expected.Any(counts => held.Only(counts) == counts && counts.Supplied().Count > 0)
            ? new BulkOutcome(null, Conflict(held, expected[0]))
            : null;
    }

    private static Failure Conflict(RunSummaryCounts held, RunSummaryCounts expected)
    {
        Dictionary<string, int> now = held.Supplied().ToDictionary(count => count.Key, count => count.Value);
        IEnumerable<string> changed = expected.Supplied()
            .Where(count => !now.TryGetValue(count.Key, out int value) || value != count.Value)
            .Select(count => Strings.RestoreConflict_Count.With(count.Key, now.TryGetValue(count.Key, out int value) ? value : "?", count.Value));
        return new Failure(ErrorId.RestoreConflict, string.Join(" ", changed));
    }
}
