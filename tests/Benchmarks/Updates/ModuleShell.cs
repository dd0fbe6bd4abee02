using System;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace RunSummary.Benchmarks.Updates;

/// <summary>A PowerShell engine in this process with the module imported as it was built.</summary>
internal sealed class ModuleShell : IDisposable
{
    private const string Connect =
        "param($endpoint, $token) Connect-RunSummary -GraphEndpoint $endpoint -AccessToken $token -WriteLimit ([int]::MaxValue) -PassThru";

    private readonly Runspace _runspace;

    static ModuleShell() => Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

    public ModuleShell()
    {
        _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
        Run("param($module) Import-Module -Name $module -ErrorAction Stop", Built.Path("Module"));
    }

    /// <summary>Connects with no limit that could be met.</summary>
    /// <returns>The session.</returns>
    public object ConnectUnlimited(Uri endpoint, string token) => Run(Connect, endpoint, token).Single();

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

    public void Dispose() => _runspace.Dispose();
}
