using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine;
using RunSummary.Resources;

namespace RunSummary.Commands;

/// <summary>What the engine tells of a run: messages to the pipeline thread, waits and states to the progress as well.</summary>
internal sealed class RunEvents(PipelineQueue queue, RunProgress progress) : IEngineEvents
{
    private readonly Stopwatch _sinceShown = Stopwatch.StartNew();
    private long _states;

    public void Verbose(string message) => queue.Verbose(message);

    public void Warning(string message) => queue.Warning(message);

    public void Waiting(TimeSpan time) => queue.Post(cmdlet =>
    {
        // Said at once: by the time that this is read, the run may be over, and nothing be queued any more.
        cmdlet.WriteVerbose(Strings.WaitingLine.With(time.TotalSeconds));
        progress.Waits(time);
        progress.Show(cmdlet);
    });

    // The pipeline thread is woken only as often as there is something to see.
    public void StatesCounted(int count)
    {
        Interlocked.Add(ref _states, count);
        if (IsTimeToShow())
        {
            queue.Post(cmdlet =>
            {
                progress.StatesRead = Interlocked.Read(ref _states);
                progress.Show(cmdlet);
            });
        }
    }

    public Task<T> RunOnPipelineAsync<T>(Func<T> code, CancellationToken cancellationToken) => queue.RunOnPipelineAsync(code, cancellationToken);

    private bool IsTimeToShow()
    {
        lock (_sinceShown)
        {
            bool isTime = _sinceShown.Elapsed >= RunProgress.Interval;
            if (isTime)
            {
                _sinceShown.Restart();
            }

            return isTime;
        }
    }
}
