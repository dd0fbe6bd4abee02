using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Bulk;

public sealed class RestoreTests : BulkTest
{
    private string Recorded => $"{Update} -JournalPath '{Journal}'";

    private string Restore => $"Restore-DeviceScriptRunSummary -JournalPath '{Journal}' -Confirm:$false";

    [Fact]
    public void A_whole_run_goes_back_to_what_was_there()
    {
        ConnectFast();
        int[] before = HeldBy(50);
        Succeed(Recorded, WantedFor(50));

        Assert.Equal(before.Order(), Counts(Succeed(Restore)).Order());

        Assert.Equal(before, HeldBy(50));
    }

    [Fact]
    public void Only_the_counts_that_the_run_wrote_go_back()
    {
        ConnectFast();
        SummaryCounts before = Service.Scripts.Summary(Scripts[0].Id)!.Counts;
        Succeed(Recorded, WantedFor(1));
        Service.Scripts.SetSummary(Scripts[0].Id, before with { SuccessDevices = 10_000, ErrorUsers = 4711 });

        Succeed(Restore);

        Assert.Equal(before with { ErrorUsers = 4711 }, Service.Scripts.Summary(Scripts[0].Id)!.Counts);
    }

    [Fact]
    public void A_script_that_was_written_more_than_once_goes_back_to_its_oldest_counts_at_once()
    {
        ConnectFast();
        int before = Held(Scripts[0]);
        Succeed(Recorded, new[] { Wanted(Scripts[0], 1), Wanted(Scripts[0], 2), Wanted(Scripts[0], 3) });
        Service.Requests.Clear();

        Assert.Equal(before, Assert.Single(Counts(Succeed(Restore))));

        Assert.Single(Writes);
        Assert.Equal(before, Held(Scripts[0]));
    }

    [Fact]
    public void Piped_scripts_are_the_only_ones_to_go_back()
    {
        ConnectFast();
        int[] before = HeldBy(30);
        Succeed(Recorded, WantedFor(30));

        Assert.Equal(before.Take(3), Counts(Succeed($"$in | {Restore}", WantedFor(3))));

        Assert.Equal([.. before.Take(3), .. Counts(WantedFor(30)).Skip(3)], HeldBy(30));
    }

    [Fact]
    public void A_piped_script_that_the_run_did_not_write_is_an_error()
    {
        ConnectFast();
        Succeed(Recorded, WantedFor(30));
        PSObject[] piped = WantedFor(31)[29..];

        InvocationResult result = Invoke($"$in | {Restore}", piped);

        ErrorRecord error = Assert.Single(result.AllErrors);
        AssertError(error, "ScriptNotFound", ErrorCategory.ObjectNotFound);
        Assert.Same(piped[1], error.TargetObject);
        Assert.Single(result.Output);
    }

    [Fact]
    public void The_last_run_goes_back_unless_another_is_named()
    {
        ConnectFast();
        int[] before = HeldBy(20);
        Succeed(Recorded, WantedFor(20));
        Succeed(Recorded, WantedFor(20, from: 20_000));
        Guid first = JournalFile.Read(Journal).RunIds[0];

        Succeed(Restore);
        Assert.Equal(Counts(WantedFor(20)), HeldBy(20));

        Succeed($"{Restore} -RunId {first}");
        Assert.Equal(before, HeldBy(20));
    }

    [Fact]
    public void What_was_restored_already_is_not_written_again()
    {
        ConnectFast();
        int[] before = HeldBy(20);
        Succeed(Recorded, WantedFor(20));
        Succeed(Restore);
        Service.Requests.Clear();

        Assert.Equal(before.Order(), Counts(Succeed(Restore)).Order());

        Assert.Empty(Writes);
    }

    [Theory]
    [InlineData("", "At most 3 run summaries would be written. 3 writes take at least 20 s at the session's limit of 2 in 20 s.")]
    [InlineData("-Force", "3 run summaries would be written. 3 writes take at least 20 s at the session's limit of 2 in 20 s.")]
    public void WhatIf_sends_nothing_and_says_what_would_go_back(string parameters, string total)
    {
        ConnectFast();
        Succeed(Recorded, WantedFor(3));
        Connect("-WriteLimit 2");
        Service.Requests.Clear();
        using StringWriter screen = new();
        using PowerShellSession shell = OpenShell(new HostOptions { Output = screen });

        Assert.Empty(shell.Invoke($"Restore-DeviceScriptRunSummary '{Journal}' -WhatIf {parameters}").AllErrors);

        string[] lines = screen.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(4, lines.Length);
        Assert.All(lines[..3], line => Assert.Matches("^What if: Performing the operation \"Restore SuccessDeviceCount = \\d+\" on target \"Shell script ", line));
        Assert.Equal($"What if: {total}", lines[3]);
        Assert.Empty(Service.Requests.All);
    }

    [Fact]
    public void It_asks_before_it_restores()
    {
        ConnectFast();
        int[] before = HeldBy(3);
        Succeed(Recorded, WantedFor(3));
        using PowerShellSession shell = OpenShell(new HostOptions { Input = new StringReader("Y\nL\n") });

        Assert.Single(shell.Invoke($"Restore-DeviceScriptRunSummary '{Journal}'").Output);

        Assert.Equal(2, before.Zip(HeldBy(3)).Count(pair => pair.First != pair.Second));
    }

    [Fact]
    public void What_somebody_changed_since_is_left_alone()
    {
        ConnectFast();
        int[] before = HeldBy(30);
        Succeed(Recorded, WantedFor(30));
        Service.Scripts.SetSummary(Scripts[4].Id, new SummaryCounts(SuccessDevices: 5));
        Service.Requests.Clear();

        InvocationResult result = Invoke(Restore);

        ErrorRecord error = Assert.Single(result.AllErrors);
        AssertError(error, "RestoreConflict", ErrorCategory.ResourceExists);
        Assert.Equal(Scripts[4].Id, error.TargetObject);
        Assert.Contains("SuccessDeviceCount is 5, the run wrote 10004.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(29, result.Output.Count);
        Assert.Equal(29, Writes.Count);
        Assert.Equal([.. before[..4], 5, .. before[5..]], HeldBy(30));
    }

    [Fact]
    public void Force_restores_also_what_somebody_changed_since()
    {
        ConnectFast();
        int[] before = HeldBy(30);
        Succeed(Recorded, WantedFor(30));
        Service.Scripts.SetSummary(Scripts[4].Id, new SummaryCounts(SuccessDevices: 5));

        Succeed($"{Restore} -Force");

        Assert.Equal(before, HeldBy(30));
    }

    [Fact]
    public void A_restore_with_a_journal_of_its_own_can_be_undone()
    {
        ConnectFast();
        Succeed(Recorded, WantedFor(30));
        Succeed($"{Restore} -NewJournalPath '{PathOf("restore.jsonl")}'");

        Succeed($"Restore-DeviceScriptRunSummary '{PathOf("restore.jsonl")}' -Confirm:$false");

        Assert.Equal(Counts(WantedFor(30)), HeldBy(30));
    }

    [Fact]
    public void What_the_service_refused_is_there_already_and_comes_out_unwritten()
    {
        ConnectFast();
        int[] before = HeldBy(10);
        Service.Faults.OnItems("PATCH", Scripts[3].Id.ToString()).Status(400, "BadRequest", "Not this one.");
        Assert.Single(Invoke(Recorded, WantedFor(10)).Errors);
        Service.Requests.Clear();

        Assert.Equal(before.Order(), Counts(Succeed(Restore)).Order());

        Assert.Equal(9, Writes.Count);
    }

    [Fact]
    public void A_whole_run_that_was_denied_is_restored_already()
    {
        ConnectFast();
        int[] before = HeldBy(10);
        Service.Faults.OnItems("PATCH").Status(403, "Forbidden", "No.");
        Assert.Equal(10, Invoke(Recorded, WantedFor(10)).Errors.Count);

        Assert.Equal(before.Order(), Counts(Succeed(Restore)).Order());
    }

    [Fact]
    public void What_was_written_before_it_was_refused_is_restored()
    {
        ConnectFast();
        int before = Held(Scripts[0]);
        Service.Faults.On("PATCH", "").Once().ResetAfterWork();
        Service.Faults.On("PATCH", "").Status(400, "BadRequest", "Not any more.");
        Assert.Single(Invoke(Recorded, WantedFor(1)).Errors);
        Assert.NotEqual(before, Held(Scripts[0]));
        Service.Faults.Clear();

        Succeed(Restore);

        Assert.Equal(before, Held(Scripts[0]));
    }
}
