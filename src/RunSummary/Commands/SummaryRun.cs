using System;
using System.Collections.Concurrent;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine;
using RunSummary.Errors;

namespace RunSummary.Commands;

/// <summary>
/// A run of the engine as a cmdlet drives it from the pipeline thread: takes requests while earlier ones are under way, and writes
/// outcomes as they come. Only so many requests may be unfinished, so that memory doesn't grow with the input.
/// </summary>
internal sealed class SummaryRun : ICommandRun
{
    /// <summary>How many objects may be unfinished for each HTTP request that may be under way: those of four batches.</summary>
    private const int WindowPerSlot = 80;

    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromMilliseconds(500);

    private readonly RunCommand _command;
    private readonly CancellationTokenSource _cancel;
    private readonly PipelineQueue _queue;
    private readonly IRunSummaryRun _run;
    private readonly Task _work;
    private readonly RunProgress _progress;
    private readonly Func<bool> _hasRoom;
    private readonly ConcurrentQueue<RunOutcome> _outcomes = new();
    private int _isPosted;
    private int _unfinished;
    private int _count;
    private bool _isWrite;

    public SummaryRun(RunCommand command, Func<int, TimeSpan> timeToWrite, CancellationToken stop)
    {
        _command = command;
        _hasRoom = () => _unfinished < command.ThrottleLimit * WindowPerSlot;
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _queue = new PipelineQueue(command.IsVerbose, _cancel.Token);
        _progress = new RunProgress(command.MyInvocation.MyCommand.Name, count => _isWrite ? timeToWrite(count) : TimeSpan.Zero);
        (_run, _work) = command.StartEngineRun(Take, new RunEvents(_queue, _progress), _cancel.Token);
        _queue.Start((_, _) => _work);
    }

    public void Add(RunRequest request)
    {
        _isWrite = request.Update is not null;
        MakeRoom();
        _run.Add(request);
        _queue.DrainWaiting(_command);
    }

    public void AddFailed(Failure failure, ErrorSubject subject)
    {
        MakeRoom();
        _run.AddFailed(new RunRequest(Update: null, subject), failure);
        _queue.DrainWaiting(_command);
    }

    /// <summary>Waits for the outcomes of all requests.</summary>
    public void Finish()
    {
        _run.Complete();
        _progress.Total = _count;
        _queue.Drain(_command);
        _progress.End(_command);
    }

    public void Dispose()
    {
        _cancel.Cancel();
        LetGo();
        _cancel.Dispose();
    }

    /// <summary>Lets a run that was stopped close its journal, so that it can be resumed at once.</summary>
    private void LetGo()
    {
        try
        {
            _work.Wait(PatienceAtEnd);
        }
        catch (AggregateException)
        {
            // What ended it was said, or nobody wants to hear it any more.
        }
    }

    /// <summary>Waits until one more may be unfinished.</summary>
    private void MakeRoom()
    {
        _queue.DrainUntil(_command, _hasRoom);
        _unfinished++;
        _count++;
    }

    // One step writes all that has come by then.
    private void Take(RunOutcome outcome)
    {
        _outcomes.Enqueue(outcome);
        if (Interlocked.Exchange(ref _isPosted, 1) == 0)
        {
            _queue.Post(Write);
        }
    }

    private void Write(PSCmdlet cmdlet)
    {
        Interlocked.Exchange(ref _isPosted, 0);
        while (_outcomes.TryDequeue(out RunOutcome? outcome))
        {
            Write(cmdlet, outcome);
        }
    }

    private void Write(PSCmdlet cmdlet, RunOutcome outcome)
    {
        _unfinished--;
        _progress.Finished(outcome.Failure);
        _progress.Show(cmdlet);
        if (outcome.Failure is { } failure)
        {
            _command.Report(failure, outcome.Request.Subject);
        }
        else if (_command.IsWanted(outcome.Summary!))
        {
            cmdlet.WriteObject(outcome.Summary);
        }
    }
}
