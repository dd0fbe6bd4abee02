using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Graph;
using RunSummary.Engine.Journal;
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
    private readonly RunJournal? _journal;
    private readonly RunOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly BulkQueue _queue;
    private readonly OrderedOutcomes _outcomes;
    private readonly GroupWork _groups;
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
        _journal = journal;
        _options = options;
        _cancellationToken = cancellationToken;
        _queue = new BulkQueue(options.Linger);
        _outcomes = new OrderedOutcomes(take);
        _groups = new GroupWork(client, refusals, journal, options, Finish, _queue.PutBack, events, cancellationToken);
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
            try
            {
                await StartGroupsAsync().ConfigureAwait(false);
            }
            finally
            {
                await LetFinishAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task StartGroupsAsync()
    {
        while (!_queue.IsDone)
        {
            Task changed = _queue.Changed;
            TimeSpan? wait = _queue.UntilDue(_client.Clock.Now);
            if (_broken.Task.IsCompleted)
            {
                await _broken.Task.ConfigureAwait(false);
            }
            else if (wait == TimeSpan.Zero)
            {
                await _slots.WaitAsync(_cancellationToken).ConfigureAwait(false);
                _ = FillSlotAsync();
            }
            else if (!_queue.IsDone)
            {
                await WaitAsync(changed, wait).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Works on one group after another for as long as one is due.</summary>
    private async Task FillSlotAsync()
    {
        try
        {
            while (!_broken.Task.IsCompleted && _queue.UntilDue(_client.Clock.Now) == TimeSpan.Zero)
            {
                await _groups.DoAsync(_queue.Take(BatchJson.MaximumItems)).ConfigureAwait(false);
            }
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

    /// <summary>Waits for what is under way, so that the journal says what came of it, whatever ended the run.</summary>
    private async Task LetFinishAsync()
    {
        for (int slot = 0; slot < _options.ThrottleLimit; slot++)
        {
            await _slots.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

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
        }

        _queue.Finish(finished.Select(one => one.Item));
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
