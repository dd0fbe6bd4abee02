using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace RunSummary.Sandbox.Hosting;

/// <summary>A runspace of its own with a <see cref="SandboxHost"/>; sessions share nothing but the process.</summary>
public sealed class PowerShellSession : IDisposable
{
    private readonly Runspace _runspace;
    private readonly PipelineRunner _pipelines = new();

    // The engine reads this once per process; a sandbox reports nothing home.
    static PowerShellSession() => Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

    public PowerShellSession(SessionOptions? options = null)
    {
        options ??= new SessionOptions();
        Host = new SandboxHost(options.Host);
        PSStyle.Instance.OutputRendering = options.Host.Colour ? OutputRendering.Ansi : OutputRendering.PlainText;
        _runspace = RunspaceFactory.CreateRunspace(Host, InitialState());
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
        if (options.ModulePath is { } folders)
        {
            // Only now: opening a runspace puts the default folders back.
            Environment.SetEnvironmentVariable("PSModulePath", string.Join(Path.PathSeparator, folders));
        }
    }

    public SandboxHost Host { get; }

    public void SetVariable(string name, object? value) => _runspace.SessionStateProxy.SetVariable(name, value);

    public object? GetVariable(string name) => _runspace.SessionStateProxy.GetVariable(name);

    /// <summary>Imports a module from its manifest or folder; throws what the engine throws if it cannot.</summary>
    public void Import(string modulePath, bool force = false)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        shell.AddCommand("Import-Module")
            .AddParameter("Name", Path.GetFullPath(modulePath))
            .AddParameter("Force", force)
            .AddParameter("ErrorAction", ActionPreference.Stop);
        shell.Invoke();
    }

    /// <summary>Runs text as if typed at the prompt: output and errors are shown on the host.</summary>
    public RunOutcome Run(string script, IReadOnlyDictionary<string, object?>? parameters = null)
    {
        using PowerShell shell = Shell(script, parameters);
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        Host.ForgetExit();
        Exception? terminating = _pipelines.Invoke(shell, [], new PSInvocationSettings { AddToHistory = true });
        if (terminating is null)
        {
            return Host.ExitCode is null ? RunOutcome.Completed : RunOutcome.Exited;
        }

        if (terminating is PipelineStoppedException)
        {
            return RunOutcome.Stopped;
        }

        Show(terminating);
        return RunOutcome.Failed;
    }

    /// <summary>Runs text and gives back all that it wrote; errors of the script never throw.</summary>
    public InvocationResult Invoke(string script, IReadOnlyDictionary<string, object?>? parameters = null)
    {
        using PowerShell shell = Shell(script, parameters);
        List<PSObject?> output = [];
        Host.ForgetExit();
        Exception? terminating = _pipelines.Invoke(shell, output, new PSInvocationSettings());
        return InvocationResult.Of(shell, output, terminating);
    }

    /// <summary>Stops what runs now, from any thread, without waiting; what runs then returns as stopped.</summary>
    public void Stop() => _pipelines.Stop();

    /// <summary>Shows an exception on the host the way the shell shows errors.</summary>
    public void Show(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ErrorRecord record = (exception as IContainsErrorRecord)?.ErrorRecord
            ?? new ErrorRecord(exception, exception.GetType().Name, ErrorCategory.NotSpecified, null);
        PSObject error = new(record);
        // The mark by which Out-Default knows an error from an object that happens to be one.
        error.Properties.Add(new PSNoteProperty("writeErrorStream", true));
        using PowerShell shell = PowerShell.Create(_runspace);
        shell.AddCommand("Out-Default").Invoke(new[] { error });
    }

    public void Dispose() => _runspace.Dispose();

    private static InitialSessionState InitialState()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        return state;
    }

    private PowerShell Shell(string script, IReadOnlyDictionary<string, object?>? parameters)
    {
        PowerShell shell = PowerShell.Create(_runspace).AddScript(script);
        foreach ((string name, object? value) in parameters ?? new Dictionary<string, object?>())
        {
            shell.AddParameter(name, value);
        }

        return shell;
    }
}
