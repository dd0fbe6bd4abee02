using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Hosting;

/// <summary>Runs one pipeline at a time and lets another thread stop it.</summary>
internal sealed class PipelineRunner
{
    private readonly Lock _gate = new();
    private PowerShell? _running;
    private Task _stopping = Task.CompletedTask;

    /// <summary>Runs to the end; returns what ended it early, if anything did.</summary>
    public Exception? Invoke(PowerShell shell, IList<PSObject?> output, PSInvocationSettings settings)
    {
        Start(shell);
        Exception? failure = null;
        try
        {
            shell.Invoke(null, output, settings);
        }
        catch (Exception exception) when (exception is IContainsErrorRecord || WasStopped(shell))
        {
            failure = exception;
        }
        finally
        {
            FinishStopping();
        }

        // Stopped from another thread, the engine returns as if it were done.
        return WasStopped(shell) ? failure as PipelineStoppedException ?? new PipelineStoppedException() : failure;
    }

    /// <summary>Asks what runs now to stop; doesn't wait for it.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            if (_running is not null && _stopping.IsCompleted)
            {
                _stopping = _running.StopAsync(null, null);
            }
        }
    }

    private void Start(PowerShell shell)
    {
        lock (_gate)
        {
            if (_running is not null)
            {
                throw new InvalidOperationException("A session runs one pipeline at a time.");
            }

            _running = shell;
        }
    }

    // A shell must not be disposed while it is being stopped.
    private void FinishStopping()
    {
        Task stopping;
        lock (_gate)
        {
            _running = null;
            stopping = _stopping;
        }

        stopping.GetAwaiter().GetResult();
    }

    private static bool WasStopped(PowerShell shell) => shell.InvocationStateInfo.State == PSInvocationState.Stopped;
}
