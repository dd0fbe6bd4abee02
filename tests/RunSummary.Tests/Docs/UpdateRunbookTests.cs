using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;
using RunSummary.Tests.RunStates;
using Xunit;

namespace RunSummary.Tests.Docs;

/// <summary>The runbook of the guide to Azure Automation, as it is written, over a folder that stands for the container.</summary>
public sealed class UpdateRunbookTests : ConnectedTest
{
    private readonly string _blobs = Directory.CreateTempSubdirectory("runsummary-blobs-").FullName;

    private static string Runbook => $"{RunbookTests.SignIn}; & '{RepositoryPaths.Example("update-counts.ps1")}' -StorageAccountName account -SignIn $signIn";

    private string Journal => Assert.Single(Directory.GetFiles(_blobs, "counts.csv.*.jsonl"));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Shell.Import(ExampleWorld.StandIns);
        Shell.SetVariable("blobs", _blobs);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_blobs, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void It_writes_the_rows_and_keeps_a_journal_that_undoes_them()
    {
        SummaryCounts before = Service.Scripts.Summary(Guid.Parse(Demo.Shell))!.Counts;
        WriteRows($"Shell,{Demo.Shell},120,", $"PowerShell,{Demo.Windows},415,4");

        Assert.Equal([Demo.Shell, Demo.Windows], Succeed(Runbook).Select(output => Value(output, "ScriptId")));
        Assert.Equal(["errorDeviceCount=4 successDeviceCount=415", "successDeviceCount=120"], SentCounts.Order());
        Assert.Equal(2, Succeed($"{SandboxShell.Connect}; Restore-DeviceScriptRunSummary -JournalPath '{Journal}'").Count);
        Assert.Equal(before, Service.Scripts.Summary(Guid.Parse(Demo.Shell))!.Counts);
    }

    [Fact]
    public void A_job_that_begins_anew_writes_only_what_is_missing()
    {
        WriteRows($"Shell,{Demo.Shell},120,");
        Succeed(Runbook);
        Service.Requests.Clear();
        WriteRows($"Shell,{Demo.Shell},120,", $"PowerShell,{Demo.Windows},415,4");

        Assert.Equal(2, Succeed(Runbook).Count);
        Assert.Equal([$"PATCH {Demo.WindowsSummary}"], Sent.Where(request => request.StartsWith("PATCH", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_fails_where_a_row_failed_and_keeps_the_journal_of_the_others()
    {
        WriteRows($"Shell,{Demo.Shell},120,", $"Shell,{Demo.OtherShell},\"1,5\",");

        var result = Invoke($"try {{ {Runbook} 2> $null 3> $null }} catch {{ \"$_\" }}");
        Assert.Equal("1 rows of counts.csv were not written.", $"{result.Output[^1]}");
        Assert.Equal(Demo.Shell, Value(result.Output[0]!, "ScriptId"));
        Assert.Contains(Demo.Shell, File.ReadAllText(Journal), StringComparison.Ordinal);
    }

    [Fact]
    public void It_ends_no_session_of_another_job_in_its_process()
    {
        WriteRows($"Shell,{Demo.Shell},120,");
        Succeed($"function global:Import-Csv($Path) {{ {SandboxShell.Connect}; StandIns\\Import-Csv $Path }}");

        Assert.Single(Succeed(Runbook));
        Assert.Single(Succeed("Get-DeviceScript -ScriptId $shell"));
    }

    private void WriteRows(params string[] rows) =>
        File.WriteAllLines(Path.Combine(_blobs, "counts.csv"), rows.Prepend("ScriptType,ScriptId,SuccessDeviceCount,ErrorDeviceCount"));
}
