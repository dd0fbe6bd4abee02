using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Graph;
using RunSummary.Engine.Journal;
using RunSummary.Engine.RunSummaries;

namespace RunSummary.Engine.Bulk;

/// <summary>
/// What is done with a group of a run's requests: those that needn't be sent are finished, the values before are read where anything
/// depends on them, the intents go into the journal, and the rest is sent. Each request ends finished or put back.
/// </summary>
internal sealed class GroupWork(
    GraphClient client,
    WriteRefusals refusals,
    RunJournal? journal,
    RunOptions options,
    Action<IReadOnlyList<(BulkItem Item, BulkOutcome Outcome)>> finish,
    Action<BulkItem, TimeSpan> putBack,
    IEngineEvents events,
    CancellationToken cancellationToken)
{
    private readonly BatchSender _sender = new(client);

    public async Task DoAsync(IReadOnlyList<BulkItem> group)
    {
        // Asked again after the reads, which let those through that may need no write.
        List<BulkItem> wanted = NotRefused(await ReadBeforeAsync(NotRefused(group)).ConfigureAwait(false));
        if (wanted.Count > 0)
        {
            await SendAsync(wanted).ConfigureAwait(false);
        }
    }

    private List<BulkItem> NotRefused(IReadOnlyList<BulkItem> group)
    {
        List<BulkItem> allowed = [];
        foreach (BulkItem item in group)
        {
            if (refusals.Of(item) is { } refusal)
            {
                finish([(item, new BulkOutcome(null, refusal))]);
            }
            else
            {
                allowed.Add(item);
            }
        }

        return allowed;
    }

    /// <summary>Reads what the writes replace, where anything depends on it, and gives those that are to be sent.</summary>
    private async Task<List<BulkItem>> ReadBeforeAsync(List<BulkItem> group)
    {
        BulkItem[] unread = [.. group.Where(MustReadBefore)];
        if (unread.Length == 0)
        {
            return group;
        }

        List<BulkItem> known = [.. group.Except(unread)];
        if (await GetTokenAsync(unread, item => item.BeforeAttempts).ConfigureAwait(false) is not { } token)
        {
            return known;
        }

        using Pacer.Permit permit = await AcquireAsync(client.Pace.Reads, unread).ConfigureAwait(false);
        BulkItem[] allowed = [.. unread.Take(permit.Count)];
        AttemptResult<DeviceScriptRunSummary>[] results = await SendAsync(allowed, item => item.BeforeAttempts, token, permit).ConfigureAwait(false);
        List<BulkItem> stillWanted = Settle(allowed, results, (item, answer) =>
        {
            item.Before = answer.Value;
            return BeforeReader.Decide(item, options.SkipUnchanged);
        });
        return [.. known, .. stillWanted];
    }

    private bool MustReadBefore(BulkItem item) =>
        item.Request.Update is not null
        && item.Before is null
        && (journal is not null || options.SkipUnchanged || item.Request.Expected is not null);

    private async Task SendAsync(List<BulkItem> group)
    {
        if (await GetTokenAsync(group, item => item.Attempts).ConfigureAwait(false) is not { } token)
        {
            return;
        }

        using Pacer.Permit permit = await AcquireAsync(client.Pace.For(group[0].Attempts.Request), group).ConfigureAwait(false);
        BulkItem[] allowed = [.. group.Take(permit.Count)];
        journal?.WriteIntents(allowed);
        AttemptResult<DeviceScriptRunSummary>[] results = await SendAsync(allowed, item => item.Attempts, token, permit).ConfigureAwait(false);
        refusals.Learn(allowed, results);
        Settle(allowed, results, (item, answer) => new BulkOutcome(answer.Value, RunRequests.NotKept(item.Request, answer), answer.Facts.RequestId));
    }

    private Task<AttemptResult<DeviceScriptRunSummary>[]> SendAsync(
        BulkItem[] group, Func<BulkItem, Attempts<DeviceScriptRunSummary>> attempts, AccessToken token, Pacer.Permit permit) =>
        _sender.SendAsync([.. group.Select(attempts)], token, permit, events, cancellationToken);

    /// <summary>Gets the token to send a group with, or null where there is none, and the group is settled.</summary>
    private async Task<AccessToken?> GetTokenAsync(IReadOnlyList<BulkItem> group, Func<BulkItem, Attempts<DeviceScriptRunSummary>> attempts)
    {
        Attempts<DeviceScriptRunSummary>[] items = [.. group.Select(attempts)];
        try
        {
            Rejection?[] rejections = [.. items.Select(item => item.Rejected)];
            return await client.GetTokenAsync(Rejection.Join(rejections, client.LatestToken), events, cancellationToken).ConfigureAwait(false);
        }
        catch (GraphFaultException exception)
        {
            Settle(group, BatchSender.Lost(items, exception.Fault, events), (_, _) => null);
            return null;
        }
    }

    /// <summary>Takes leave for as many of a group as may be sent, and puts the others back.</summary>
    private async Task<Pacer.Permit> AcquireAsync(Pacer pacer, IReadOnlyCollection<BulkItem> group)
    {
        Pacer.Permit permit = await pacer.AcquireAsync(group.Count, events, cancellationToken).ConfigureAwait(false);
        foreach (BulkItem item in group.Skip(permit.Count))
        {
            putBack(item, TimeSpan.Zero);
        }

        return permit;
    }

    /// <summary>Finishes what has an outcome, puts back what is to be tried again, and gives the rest, which goes on to its next step.</summary>
    private List<BulkItem> Settle(
        IReadOnlyList<BulkItem> group,
        AttemptResult<DeviceScriptRunSummary>[] results,
        Func<BulkItem, GraphAnswer<DeviceScriptRunSummary>, BulkOutcome?> decide)
    {
        List<BulkItem> others = [];
        List<(BulkItem, BulkOutcome)> finished = [];
        for (int index = 0; index < group.Count; index++)
        {
            if (results[index].Again is { } wait)
            {
                putBack(group[index], client.Clock.Now + wait);
            }
            else if (Outcome(group[index], results[index], decide) is { } outcome)
            {
                finished.Add((group[index], outcome));
            }
            else
            {
                others.Add(group[index]);
            }
        }

        finish(finished);
        return others;
    }

    private static BulkOutcome? Outcome(
        BulkItem item,
        AttemptResult<DeviceScriptRunSummary> result,
        Func<BulkItem, GraphAnswer<DeviceScriptRunSummary>, BulkOutcome?> decide) =>
        result.Failure is { } failure ? new BulkOutcome(null, failure, failure.Http?.RequestId) : decide(item, result.Answer!);
}
