using System;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace RunSummary.Benchmarks;

/// <summary>A PowerShell engine in this process.</summary>
internal class EngineShell : IDisposable
{
    private readonly Runspace _runspace;

    static EngineShell() => Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

    public EngineShell()
    {
        _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
    }

    /// <summary>Runs a script and gives its output; an error ends the benchmark.</summary>
    public Collection<PSObject> Run(string script, params object[] arguments)
    {
        using PowerShell shell = PowerShell.Create(_runspace).AddScript(script);
        foreach (object argument in arguments)
        {
            shell.AddArgument(argument);
        }

        Collection<PSObject> output = shell.Invoke();
        return shell.Streams.Error.FirstOrDefault() is { } error
            ? throw new InvalidOperationException(error.ToString(), error.Exception)
            : output;
    }

    public void Dispose()
    {
        _runspace.Dispose();
        GC.SuppressFinalize(this);
    }
}
