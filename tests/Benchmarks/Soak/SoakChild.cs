using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Threading;
using RunSummary.Benchmarks.ColdStart;

namespace RunSummary.Benchmarks.Soak;

/// <summary>Mixed commands from 8 runspaces of this process until time is up; a line each minute says what it holds.</summary>
internal static class SoakChild
{
    public const string Verb = "soak-child";
    private const int Runspaces = 8;

    // Errors are told by their ids; a service that misbehaves gives some.
    private const string Round = """
        param($work)
        $ErrorActionPreference = 'SilentlyContinue'
        $ErrorVariable = $null
        $Error.Clear()
        try { . ([scriptblock]::Create($work)) > $null } catch { }
        $Error | ForEach-Object { "$($_.FullyQualifiedErrorId)".Split(',')[0] }
        """;

    private static readonly string[] s_work =
    [
        "Get-DeviceScript -ScriptType Shell -Session $session | Get-DeviceScriptRunSummary -Session $session",
        "Get-DeviceScript -Name 'Install*', 'Set*' -Session $session | Update-DeviceScriptRunSummary -SuccessDeviceCount 7 -Session $session",
        "Get-DeviceScript -ScriptType Shell -Session $session | Update-DeviceScriptRunSummary -ErrorUserCount 1 -JournalPath $journal -Session $session; Restore-DeviceScriptRunSummary -JournalPath $journal -Force -Confirm:$false -Session $session; [IO.File]::Delete($journal)",
        "Get-DeviceScript -ScriptType PowerShell -Session $session | Measure-DeviceScriptRunSummary -Session $session",
        "Get-DeviceScript -ScriptType Shell -Session $session | Compare-DeviceScriptRunSummary -DriftOnly -Session $session | Export-DeviceScriptRunSummaryReport -Path $report -Force",
        "do { Get-DeviceScript -Session $session | Get-DeviceScriptRunState -Session $session | ForEach-Object { break } } while ($false)",
        "@{ ScriptType = 'Shell'; ScriptId = 'no'; SuccessDeviceCount = '1,5' }, 5, $null | Update-DeviceScriptRunSummary -Session $session",
        "Connect-RunSummary @signIn; Get-RunSummaryContext; Disconnect-RunSummary",
        "Disconnect-RunSummary -Session $session; $global:session = Connect-RunSummary @signIn -PassThru",
    ];

    /// <returns>The exit code: 0 where memory and handles stayed flat.</returns>
    public static int Run(TimeSpan time, ShortRun run)
    {
        using CancellationTokenSource end = new(time);
        ConcurrentDictionary<string, int> ids = new();
        int rounds = 0;
        Thread[] workers = [.. Enumerable.Range(0, Runspaces).Select(number => new Thread(() => Work(number, run, ids, ref rounds, end.Token)))];
        Array.ForEach(workers, worker => worker.Start());

        Holdings holdings = new(time);
        while (!end.Token.WaitHandle.WaitOne(holdings.Pause))
        {
            holdings.Take(Volatile.Read(ref rounds));
        }

        Array.ForEach(workers, worker => worker.Join());
        Console.WriteLine("Errors: " + string.Join(", ", ids.OrderByDescending(id => id.Value).Select(id => $"{id.Value} × {id.Key}")));
        return holdings.AreFlat() ? 0 : 1;
    }

    private static void Work(int number, ShortRun run, ConcurrentDictionary<string, int> ids, ref int rounds, CancellationToken end)
    {
        Random random = new(number);
        using EngineShell shell = new();
        PSCredential credential = new(ShortRun.ClientId, new NetworkCredential("", ShortRun.ClientSecret).SecurePassword);
        shell.Run(
            """
            param($module, $credential, $run, $number)
            Import-Module -Name $module -ErrorAction Stop
            $global:signIn = @{ ClientSecretCredential = $credential; TenantId = $run.TenantId; Authority = $run.Authority; GraphEndpoint = $run.Graph; WriteLimit = [int]::MaxValue }
            $global:session = Connect-RunSummary @signIn -PassThru
            $global:journal = [IO.Path]::GetTempFileName() + $number
            $global:report = "$journal.html"
            """,
            Built.Path("Module"), credential, run, number);
        while (!end.IsCancellationRequested)
        {
            foreach (PSObject id in shell.Run(Round, s_work[random.Next(s_work.Length)]))
            {
                ids.AddOrUpdate($"{id}", 1, (_, count) => count + 1);
            }

            Interlocked.Increment(ref rounds);
        }

        shell.Run("[IO.File]::Delete($journal); [IO.File]::Delete($report)");
    }
}
