using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Graph;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Bulk;

/// <summary>Reads what the service holds before a write, a whole group at once, and decides which writes are still wanted.</summary>
internal sealed class BeforeReader(GraphClient client, BatchSender sender, IEngineEvents events)
{
    public async Task<AttemptResult<DeviceScriptRunSummary>[]> ReadAsync(IReadOnlyList<BulkItem> group, CancellationToken cancellationToken)
    {
        if (group.Count == 0)
        {
            return [];
        }

        using Pacer.Permit permit = await client.Pace.Reads
            .AcquireAsync(group.Count, least: group.Count, events, cancellationToken)
            .ConfigureAwait(false);
        return await sender
            .SendAsync([.. group.Select(item => item.BeforeAttempts)], permit, events, cancellationToken)
            .ConfigureAwait(false);
    }

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
