using System.Collections.Generic;
using System.Linq;
using RunSummary.Engine.RunSummaries;
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
        IReadOnlyList<RunSummaryCounts>? expected = item.Request.Expected;
        if (held.Only(wanted) == wanted && (skipUnchanged || expected is not null))
        {
            return new BulkOutcome(item.Before, null);
        }

        return expected is not null && !IsExpected(held, wanted, expected)
            ? new BulkOutcome(null, new Failure(ErrorId.RestoreConflict, CountDifferences.Describe(expected[0], held, Strings.RestoreConflict_Count)))
            : null;
    }

    /// <summary>Whether each count is as one expects it, or is there already: some may have been refused, and others written.</summary>
    private static bool IsExpected(RunSummaryCounts held, RunSummaryCounts wanted, IReadOnlyList<RunSummaryCounts> expected)
    {
        RunSummaryCounts known = expected.Aggregate(held.Same(wanted), (found, counts) => found.Or(held.Same(counts)));
        return wanted.Only(known) == wanted;
    }
}
