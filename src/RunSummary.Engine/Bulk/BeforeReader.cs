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
        bool isThere = held.Only(wanted) == wanted;
        if (isThere && (skipUnchanged || item.Request.Expected is not null))
        {
            return new BulkOutcome(item.Before, null);
        }

        return item.Request.Expected is { } expected && !expected.Any(counts => held.Only(counts) == counts && counts.Supplied().Count > 0)
            ? new BulkOutcome(null, new Failure(ErrorId.RestoreConflict, CountDifferences.Describe(expected[0], held, Strings.RestoreConflict_Count)))
            : null;
    }
}
