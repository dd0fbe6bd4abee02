using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine;
using RunSummary.Errors;

namespace RunSummary.Commands;

/// <summary>Lists states of a script page by page; the next page is read once the last is taken.</summary>
internal delegate Task ListStatesAsync(
    ScriptReference script, Func<IReadOnlyList<object>, Task> take, IEngineEvents events, CancellationToken cancellationToken);

/// <summary>
/// Lists the states of several scripts at once, and writes them in the order of the input. Of each script only a page or two wait to be
/// written, so that memory doesn't grow with the number of states.
/// </summary>
/// <param name="command">The command.</param>
/// <param name="list">Lists the states of one script.</param>
/// <param name="stop">Cancelled when the command is stopped.</param>
internal sealed class StateRun(RunCommand command, ListStatesAsync list, CancellationToken stop) : ICommandRun
{
    private readonly CancellationTokenSource _cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
    private readonly RunProgress _progress = new(command.MyInvocation.MyCommand.Name, _ => TimeSpan.Zero);

    // Used by the pipeline thread alone, as all of a lane but its work.
    private readonly Queue<Lane> _lanes = new();
    private PipelineQueue? _queue;
    private int _count;

    private PipelineQueue Queue => _queue ??= new PipelineQueue(command.IsVerbose, _cancel.Token);

    public void Add(RunRequest request)
    {
        Lane lane = Enter(request.Subject);
        _ = WorkAsync(lane, request.Script!);
        Queue.DrainWaiting(command);
    }

    public void AddFailed(Failure failure, ErrorSubject subject)
    {
        Lane lane = Enter(subject);
        lane.Failure = failure;
        lane.IsDone = true;
        Write(command);
        Queue.DrainWaiting(command);
    }

    public void Finish()
    {
        _progress.Total = _count;
        Queue.DrainUntil(command, () => _lanes.Count == 0);
        _progress.End(command);
    }

    public void Dispose()
    {
        _cancel.Cancel();
        _cancel.Dispose();
    }

    private Lane Enter(ErrorSubject subject)
    {
        Queue.DrainUntil(command, () => _lanes.Count < command.ThrottleLimit);
        Lane lane = new(subject);
        _lanes.Enqueue(lane);
        _count++;
        return lane;
    }

    private async Task WorkAsync(Lane lane, ScriptReference script)
    {
        Failure? failure = null;
        ExceptionDispatchInfo? unexpected = null;
        CancellationToken cancel = _cancel.Token;
        try
        {
            await list(script, page => GiveAsync(lane, page, cancel), new RunEvents(Queue, _progress), cancel).ConfigureAwait(false);
        }
        catch (FailureException exception)
        {
            failure = exception.Failure;
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown again on the pipeline thread.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            unexpected = ExceptionDispatchInfo.Capture(exception);
        }

        if (!cancel.IsCancellationRequested)
        {
            Queue.Post(cmdlet =>
            {
                unexpected?.Throw();
                lane.Failure = failure;
                lane.IsDone = true;
                Write(cmdlet);
            });
        }
    }

    private async Task GiveAsync(Lane lane, IReadOnlyList<object> page, CancellationToken cancel)
    {
        await lane.Room.WaitAsync(cancel).ConfigureAwait(false);
        Queue.Post(cmdlet =>
        {
            lane.Pages.Enqueue(page);
            Write(cmdlet);
        });
    }

    /// <summary>Writes what has come of the first script, and of those behind it that are done before.</summary>
    private void Write(PSCmdlet cmdlet)
    {
        while (_lanes.Count > 0)
        {
            Lane lane = _lanes.Peek();
            while (lane.Pages.Count > 0)
            {
                IReadOnlyList<object> page = lane.Pages.Dequeue();
                lane.Room.Release();
                _progress.StatesRead += page.Count;
                _progress.Show(cmdlet);
                cmdlet.WriteObject(page, enumerateCollection: true);
            }

            if (!lane.IsDone)
            {
                return;
            }

            _lanes.Dequeue();
            _progress.Finished(lane.Failure);
            _progress.Show(cmdlet);
            if (lane.Failure is { } failure)
            {
                command.Report(failure, lane.Subject);
            }
        }
    }

    private sealed class Lane(ErrorSubject subject)
    {
        public ErrorSubject Subject { get; } = subject;

        public Queue<IReadOnlyList<object>> Pages { get; } = new();

        /// <summary>For a page that waits to be written, while the next is read.</summary>
        public SemaphoreSlim Room { get; } = new(1);

        public bool IsDone { get; set; }

        public Failure? Failure { get; set; }
    }
}
