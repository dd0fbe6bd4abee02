using System;
using System.IO;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Hosting;

/// <summary>Console lines whose reading Ctrl+C cancels, which the console's own reader cannot.</summary>
internal sealed class ConsoleLineReader : TextReader
{
    private static readonly TimeSpan CancelKeyDelay = TimeSpan.FromMilliseconds(200);

    private Task<string?>? _reading;
    private volatile TaskCompletionSource? _interrupted;

    public override string? ReadLine()
    {
        TaskCompletionSource interrupted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _interrupted = interrupted;
        try
        {
            // A read that was cancelled goes on in the background; its line belongs to the next question.
            _reading ??= Task.Run(Console.In.ReadLine);
            if (Task.WaitAny(interrupted.Task, _reading) == 0)
            {
                throw new OperationCanceledException();
            }

            return Finished(_reading, interrupted.Task);
        }
        finally
        {
            _interrupted = null;
        }
    }

    public void Interrupt() => _interrupted?.TrySetResult();

    private string? Finished(Task<string?> reading, Task interrupted)
    {
        _reading = null;
        string? line = reading.GetAwaiter().GetResult();
        // On Windows Ctrl+C ends the read like the end of input, a moment before the key is reported.
        bool wasCancelKey = line is null && OperatingSystem.IsWindows() && interrupted.Wait(CancelKeyDelay);
        return wasCancelKey ? throw new OperationCanceledException() : line;
    }
}
