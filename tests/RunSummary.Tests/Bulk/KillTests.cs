using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Bulk;

/// <summary>A run in a process of its own, which ends without a word in the middle.</summary>
public sealed class KillTests : BulkTest
{
    private const string Child = """
        param([string] $Endpoint, [string] $Token, [string] $Journal, [string] $Count)
        Connect-RunSummary -AccessToken $Token -GraphEndpoint $Endpoint -WriteLimit 1000000
        Get-DeviceScript -ScriptType Shell | Update-DeviceScriptRunSummary -SuccessDeviceCount $Count -JournalPath $Journal
        """;

    private const int Count = 47_110;

    protected override SandboxOptions Options => new() { GeneratedScripts = 600, Latency = TimeSpan.FromMilliseconds(100) };

    [Fact]
    public async Task After_a_kill_in_the_middle_Resume_ends_the_run_and_Restore_undoes_it()
    {
        int[] before = HeldBy(Scripts.Count);
        await RunUntilAsync(() => Service.Requests.All.Count(request => request.Method == "PATCH" && request.Status == 200) >= 200);
        JournalFile left = JournalFile.Read(Journal);
        HashSet<Guid> inFlight = [.. left.Unknown];
        HashSet<Guid> finished = [.. left.Outcomes.Select(JournalFile.ScriptId)];
        Assert.InRange(finished.Count, 1, Scripts.Count - 1);
        Assert.Subset(inFlight.Union(finished).ToHashSet(), Writes.Select(ScriptIdOf).ToHashSet());

        ConnectFast();
        Assert.Equal(Enumerable.Repeat(Count, Scripts.Count), Counts(Succeed(
            $"Get-DeviceScript -ScriptType Shell | Update-DeviceScriptRunSummary -SuccessDeviceCount {Count} -JournalPath '{Journal}' -Resume")));

        Assert.All(Scripts, script => Assert.Equal(Count, Held(script)));
        HashSet<Guid> twice = [.. Writes.CountBy(ScriptIdOf).Where(script => script.Value > 1).Select(script => script.Key)];
        Assert.Subset(inFlight, twice);
        TestContext.Current.TestOutputHelper!.WriteLine($"{finished.Count} finished, {inFlight.Count} in flight, {twice.Count} written twice.");

        Succeed($"Restore-DeviceScriptRunSummary '{Journal}' -Confirm:$false");
        Assert.Equal(before, HeldBy(Scripts.Count));
    }

    private async Task RunUntilAsync(Func<bool> isEnough)
    {
        string script = PathOf("child.ps1");
        await File.WriteAllTextAsync(script, Child, TestContext.Current.CancellationToken);
        string[] arguments = ["-Endpoint", Service.GraphEndpoint.ToString(), "-Token", Service.Tokens.Issue(), "-Journal", Journal, "-Count", $"{Count}"];
        ProcessStartInfo start = new("dotnet", [typeof(RepositoryPaths).Assembly.Location, "run", script, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            Stopwatch patience = Stopwatch.StartNew();
            while (!isEnough())
            {
                Assert.False(process.HasExited, "The run ended before its time.");
                Assert.True(patience.Elapsed < TimeSpan.FromMinutes(2), "The run doesn't get on.");
                await Task.Delay(10, TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }
}
