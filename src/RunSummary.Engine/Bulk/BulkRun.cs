using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Graph;
using RunSummary.Engine.Journal;
using RunSummary.Engine.RunSummaries;
using RunSummary.Errors;

namespace RunSummary.Engine.Bulk;

/// <summary>
/// Sends the requests of a run in batches, several at once, within the session's pace, and again where that helps.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A semaphore without a wait handle has nothing to free.")]
internal sealed class BulkRun : IRunSummaryRun
{
    private readonly GraphClient _client;
    private readonly BatchSender _sender;
    private readonly BeforeReader _before;
    private readonly WriteRefusals _refusals;
    private readonly RunJournal? _journal;
    private readonly RunOptions _options;
    private readonly IEngineEvents _events;
    private readonly CancellationToken _cancellationToken;
    private readonly BulkQueue _queue;
    private readonly OrderedOutcomes _outcomes;
    private readonly SemaphoreSlim _slots;
    private readonly TaskCompletionSource<bool> _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _count;

    public BulkRun(
        GraphClient client,
        WriteRefusals refusals,
        RunJournal? journal,
        RunOptions options,
        Action<RunOutcome> take,
        IEngineEvents events,
        CancellationToken cancellationToken)
    {
        _client = client;
        _sender = new BatchSender(client);
        _before = new BeforeReader(client, _sender, events);
        _refusals = refusals;
        _journal = journal;
        _options = options;
        _queue = new BulkQueue(options.Linger);
        _events = events;
        _cancellationToken = cancellationToken;
        _outcomes = new OrderedOutcomes(take);
        _slots = new SemaphoreSlim(options.ThrottleLimit);
    }

    public void Add(RunRequest request)
    {
        if (_journal?.AlreadyDone(request) is { } summary)
        {
            _outcomes.Add(_count++, new RunOutcome(request, summary, null));
        }
        else
        {
            _queue.Add(new BulkItem(_count++, request, _client.Retries, _client.Clock.Now));
        }
    }

    public void AddFailed(RunRequest request, Failure failure) => _outcomes.Add(_count++, new RunOutcome(request, null, failure));

    public void Complete() => _queue.Complete();

    /// <summary>Works until the run is complete and all its requests are finished.</summary>
    public async Task WorkAsync()
    {
        using (_journal)
        {
            while (!_queue.IsDone)
            {
                Task changed = _queue.Changed;
                TimeSpan? wait = _queue.UntilDue(_client.Clock.Now);
                if (wait == TimeSpan.Zero)
                {
                    await _slots.WaitAsync(_cancellationToken).ConfigureAwait(false);
                    if (_broken.Task.IsCompleted)
                    {
                        await _broken.Task.ConfigureAwait(false);
                    }

                    _ = ProcessAsync(_queue.Take(BatchJson.MaximumItems));
                }
                else if (!_queue.IsDone)
                {
                    await WaitAsync(changed, wait).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task ProcessAsync(IReadOnlyList<BulkItem> group)
    {
        try
        {
            await SendAsync(await ReadBeforeAsync(NotRefused(group)).ConfigureAwait(false)).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is, it ends the run, and is thrown where the run is awaited.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _broken.TrySetException(exception);
        }
        finally
        {
            _slots.Release();
        }
    }

    private List<BulkItem> NotRefused(IReadOnlyList<BulkItem> group)
    {
        List<BulkItem> allowed = [];
        foreach (BulkItem item in group)
        {
            if (_refusals.Of(item.Request) is { } refusal)
            {
                Finish([(item, new BulkOutcome(null, refusal))]);
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
        BulkItem[] ready = [.. group.Except(unread)];
        AttemptResult<DeviceScriptRunSummary>[] results = await _before.ReadAsync(unread, _cancellationToken).ConfigureAwait(false);
        List<BulkItem> stillWanted = Settle(unread, results, (item, answer) =>
        {
            item.Before = answer.Value;
            return BeforeReader.Decide(item, _options.SkipUnchanged);
        });
        return [.. ready, .. stillWanted];
    }

    private bool MustReadBefore(BulkItem item) =>
        item.Request.Update is not null
        && item.Before is null
        && (_journal is not null || _options.SkipUnchanged || item.Request.Expected is not null);

    private async Task SendAsync(List<BulkItem> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        Pacer pacer = _client.Pace.For(group[0].Attempts.Request);
        using Pacer.Permit permit = await pacer.AcquireAsync(group.Count, _events, _cancellationToken).ConfigureAwait(false);
        foreach (BulkItem item in group.Skip(permit.Count))
        {
            _queue.PutBack(item, readyAt: TimeSpan.Zero);
        }

        List<BulkItem> allowed = [.. group.Take(permit.Count)];
        _journal?.WriteIntents(allowed);
        AttemptResult<DeviceScriptRunSummary>[] results = await _sender
            .SendAsync([.. allowed.Select(item => item.Attempts)], permit, _events, _cancellationToken)
            .ConfigureAwait(false);
        _refusals.Learn(allowed, results);
        Settle(allowed, results, (item, answer) => new BulkOutcome(answer.Value, RunRequests.NotKept(item.Request, answer), answer.Facts.RequestId));
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
                _queue.PutBack(group[index], _client.Clock.Now + wait);
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

        Finish(finished);
        return others;
    }

    private static BulkOutcome? Outcome(
        BulkItem item,
        AttemptResult<DeviceScriptRunSummary> result,
        Func<BulkItem, GraphAnswer<DeviceScriptRunSummary>, BulkOutcome?> decide) =>
        result.Failure is { } failure ? new BulkOutcome(null, failure, failure.Http?.RequestId) : decide(item, result.Answer!);

    private void Finish(IReadOnlyList<(BulkItem Item, BulkOutcome Outcome)> finished)
    {
        if (_journal is not null && finished.Any(outcome => outcome.Item.IsInJournal))
        {
            _journal.WriteOutcomes(finished);
        }

        foreach ((BulkItem item, BulkOutcome outcome) in finished)
        {
            DeviceScriptRunSummary? summary = outcome.Failure is null ? outcome.Summary : null;
            _outcomes.Add(item.Index, new RunOutcome(item.Request, summary, outcome.Failure));
            _queue.Finish(item);
        }
    }

    private async Task WaitAsync(Task changed, TimeSpan? wait)
    {
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken);
        Task delay = _client.Clock.DelayAsync(wait ?? Timeout.InfiniteTimeSpan, enough.Token);
        Task first = await Task.WhenAny(changed, delay, _broken.Task).ConfigureAwait(false);
        enough.Cancel();
        _cancellationToken.ThrowIfCancellationRequested();
        if (first == _broken.Task)
        {
            await first.ConfigureAwait(false);
        }
    }
}
