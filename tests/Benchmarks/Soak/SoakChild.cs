using System;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Threading;
using RunSummary.Benchmarks.ColdStart;

namespace RunSummary.Benchmarks.Soak;

/// <summary>Mixed commands from 8 runspaces of this process until time is up; a line now and then says what it holds.</summary>
internal static class SoakChild
{
    public const string Verb = "soak-child";
    private const int Runspaces = 8;

    // Errors are told by their ids; a service that misbehaves gives some, and may leave a round without a session.
    private const string Round = """
        param($work)
        $ErrorActionPreference = 'SilentlyContinue'
        $Error.Clear()
        try {
            if (-not $session) { $global:session = Connect-RunSummary @signIn -PassThru }
            . ([scriptblock]::Create($work)) > $null
        }
        catch { }
        $Error.Reverse()
        $Error | ForEach-Object { "$($_.FullyQualifiedErrorId)".Split(',')[0] }
        """;

    /// <returns>The exit code: 0 where memory and handles stayed flat, all errors were the module's own, and no work always failed.</returns>
    public static int Run(TimeSpan time, ShortRun run)
    {
        using CancellationTokenSource end = new(time);
        Tally tally = new();
        Thread[] workers = [.. Enumerable.Range(0, Runspaces).Select(number => new Thread(() => Work(number, run, tally, end.Token)))];
        Array.ForEach(workers, worker => worker.Start());

        Holdings holdings = new(time);
        while (!end.Token.WaitHandle.WaitOne(holdings.Pause))
        {
            holdings.Take(tally.Rounds);
        }

        Array.ForEach(workers, worker => worker.Join());
        bool isSound = tally.IsSound();
        return holdings.AreFlat() && isSound ? 0 : 1;
    }

    private static void Work(int number, ShortRun run, Tally tally, CancellationToken end)
    {
        Random random = new(number);
        using EngineShell shell = new();
        PSCredential credential = new(ShortRun.ClientId, new NetworkCredential("", ShortRun.ClientSecret).SecurePassword);
        shell.Run(
            """
            param($module, $credential, $run)
            Import-Module -Name $module -ErrorAction Stop
            $global:signIn = @{ ClientSecretCredential = $credential; TenantId = $run.TenantId; Authority = $run.Authority; GraphEndpoint = $run.Graph; WriteLimit = [int]::MaxValue }
            $global:session = $null
            $global:journal = [IO.Path]::Combine([IO.Path]::GetTempPath(), [IO.Path]::GetRandomFileName())
            $global:report = "$journal.html"
            """,
            Built.Path("Module"), credential, run);
        while (!end.IsCancellationRequested)
        {
            SoakWork work = SoakWork.All[random.Next(SoakWork.All.Count)];
            tally.Add(work, [.. shell.Run(Round, work.Script).Select(error => $"{error}")]);
        }

        shell.Run("[IO.File]::Delete($journal); [IO.File]::Delete($report)");
    }
}
