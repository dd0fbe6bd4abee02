using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Bulk;
using RunSummary.Errors;

namespace RunSummary.Engine.RunStates;

/// <summary>Measures several scripts at once, the pages of each in order.</summary>
/// <param name="throttleLimit">How many at once.</param>
/// <param name="measureAsync">Measures one script.</param>
/// <param name="take">Takes the outcomes in the order of the requests.</param>
/// <param name="cancellationToken">Ends it.</param>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A semaphore without a wait handle has nothing to free.")]
internal sealed class MeasureRun(
    int throttleLimit, Func<ScriptReference, Task<MeasuredRunSummary>> measureAsync, Action<RunOutcome> take, CancellationToken cancellationToken)
    : IRunSummaryRun
{
    private readonly SemaphoreSlim _slots = new(throttleLimit);
    private readonly OrderedOutcomes _outcomes = new(take);
    private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _count;

    // One for the run itself, until it is complete.
    private int _unfinished = 1;

    public void Add(RunRequest request)
    {
        Interlocked.Increment(ref _unfinished);
        _ = WorkOnAsync(_count++, request);
    }

    public void AddFailed(RunRequest request, Failure failure) => _outcomes.Add(_count++, new RunOutcome(request, null, failure));

    public void Complete() => Finish();

    /// <summary>Ends when the run is complete and all its requests are finished.</summary>
    public async Task WorkAsync()
    {
        using CancellationTokenRegistration end = cancellationToken.Register(() => _done.TrySetCanceled(cancellationToken));
        await _done.Task.ConfigureAwait(false);
    }

    private async Task WorkOnAsync(long index, RunRequest request)
    {
        try
        {
            await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
            _outcomes.Add(index, await MeasureAsync(request).ConfigureAwait(false));
            _slots.Release();
            Finish();
        }
#pragma warning disable CA1031 // Whatever it is, it ends the run, which throws it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _done.TrySetException(exception);
        }
    }

    private async Task<RunOutcome> MeasureAsync(RunRequest request)
    {
        try
        {
            return new RunOutcome(request, await measureAsync(request.Script!).ConfigureAwait(false), null);
        }
        catch (FailureException exception)
        {
            return new RunOutcome(request, null, exception.Failure);
        }
    }

    private void Finish()
    {
        if (Interlocked.Decrement(ref _unfinished) == 0)
        {
            _done.TrySetResult(true);
        }
    }
}
