using System;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine;
using RunSummary.Resources;

namespace RunSummary.Commands;

/// <summary>
/// Carries output and messages from work on other threads to the pipeline thread, the only one that may write.
/// A consumer that is slow holds the work back, since only so many objects may wait.
/// </summary>
/// <param name="isVerbose">Whether anybody wants to see verbose messages: each wakes the pipeline thread.</param>
/// <param name="cancellationToken">Ends what waits.</param>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "Without wait handles there is nothing to free, and work that is being cancelled may still use them.")]
internal sealed class PipelineQueue(bool isVerbose, CancellationToken cancellationToken) : IEngineEvents
{
    private const int WaitingObjects = 64;

    private readonly BlockingCollection<Action<PSCmdlet>> _steps = [];
    private readonly SemaphoreSlim _room = new(WaitingObjects);
    private ExceptionDispatchInfo? _failure;

    public async Task WriteAsync(object value)
    {
        await _room.WaitAsync(cancellationToken).ConfigureAwait(false);
        _steps.Add(
            cmdlet =>
            {
                _room.Release();
                cmdlet.WriteObject(value);
            },
            cancellationToken);
    }

    public void Error(ErrorRecord error) => Post(cmdlet => cmdlet.WriteError(error));

    public void Verbose(string message)
    {
        if (isVerbose)
        {
            Post(cmdlet => cmdlet.WriteVerbose(message));
        }
    }

    public void Warning(string message) => Post(cmdlet => cmdlet.WriteWarning(message));

    public void Waiting(TimeSpan time) => Verbose(Strings.WaitingLine.With(time.TotalSeconds));

    public void StatesCounted(int count)
    {
        // Shown where there is a run.
    }

    public async Task<T> RunOnPipelineAsync<T>(Func<T> code, CancellationToken cancellation)
    {
        TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration end = cancellation.Register(() => answer.TrySetCanceled(cancellation));
        Post(_ => Answer(code, answer));
        return await answer.Task.ConfigureAwait(false);
    }

    /// <summary>Has something done on the pipeline thread. Returns at once: whoever posts bounds how much waits.</summary>
    public void Post(Action<PSCmdlet> step) => _steps.Add(step, cancellationToken);

    /// <summary>Writes on the pipeline thread what waits already.</summary>
    public void DrainWaiting(PSCmdlet cmdlet)
    {
        // The count is had for less than a try that finds nothing.
        while (_steps.Count > 0 && _steps.TryTake(out Action<PSCmdlet>? step))
        {
            step(cmdlet);
        }
    }

    /// <summary>Writes on the pipeline thread, waiting for more, until there is enough or the work is done.</summary>
    /// <exception cref="OperationCanceledException">The command was stopped.</exception>
    public void DrainUntil(PSCmdlet cmdlet, Func<bool> isEnough)
    {
        while (!isEnough() && _steps.TryTake(out Action<PSCmdlet>? step, Timeout.Infinite, cancellationToken))
        {
            step(cmdlet);
        }

        if (_steps.IsCompleted)
        {
            _failure?.Throw();
        }
    }

    /// <summary>Starts the work on a pool thread. Its failure is kept for <see cref="Drain"/>.</summary>
    public void Start(Func<PipelineQueue, CancellationToken, Task> work) => _ = Task.Run(
        async () =>
        {
            try
            {
                await work(this, cancellationToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever it is, it is thrown again on the pipeline thread.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                // Here and not where it is written, where commands downstream may fail in the same way.
                _failure = ExceptionDispatchInfo.Capture(EnginePort.LacksAssembly(exception) ? EnginePort.Incomplete(exception) : exception);
            }
            finally
            {
                _steps.CompleteAdding();
            }
        },
        CancellationToken.None);

    /// <summary>Writes on the pipeline thread until the work is done, and throws what it threw.</summary>
    /// <exception cref="OperationCanceledException">The command was stopped.</exception>
    public void Drain(PSCmdlet cmdlet)
    {
        DrainUntil(cmdlet, () => false);
    }

    private static void Answer<T>(Func<T> code, TaskCompletionSource<T> answer)
    {
        if (answer.Task.IsCompleted)
        {
            return;
        }

        try
        {
            answer.TrySetResult(code());
        }
        catch (PipelineStoppedException)
        {
            answer.TrySetCanceled();
            throw;
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown again where the answer is awaited.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            answer.TrySetException(exception);
        }
    }
}
