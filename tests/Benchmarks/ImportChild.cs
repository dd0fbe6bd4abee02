using System;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace RunSummary.Benchmarks;

/// <summary>Imports one module in this process and prints how many milliseconds that took.</summary>
internal static class ImportChild
{
    public const string Verb = "import-once";

    /// <summary>What warms the engine: text is parsed and run, and a script module is imported, but no binary one and no manifest.</summary>
    private const string WarmUp = "New-Module -Name Warm -ScriptBlock { function Get-Warm { 1..3 | ForEach-Object { \"$_\" } } } | Import-Module; Get-Warm";

    public static void Run(string module)
    {
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using PowerShell warmUp = PowerShell.Create(runspace).AddScript(WarmUp);
        warmUp.Invoke();

        using PowerShell import = PowerShell.Create(runspace)
            .AddCommand("Import-Module")
            .AddParameter("Name", module)
            .AddParameter("ErrorAction", ActionPreference.Stop);
        long started = Stopwatch.GetTimestamp();
        import.Invoke();
        TimeSpan taken = Stopwatch.GetElapsedTime(started);

        Console.WriteLine(taken.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }
}
