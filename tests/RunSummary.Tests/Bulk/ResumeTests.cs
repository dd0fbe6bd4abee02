using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.Bulk;

public sealed class ResumeTests : BulkTest
{
    private string Recorded => $"{Update} -JournalPath '{Journal}'";

    [Fact]
    public void What_is_done_is_not_done_again_and_comes_out_of_the_journal()
    {
        ConnectFast();
        Succeed(Recorded, WantedFor(30));
        Service.Requests.Clear();

        Assert.Equal(Counts(WantedFor(50)), Counts(Succeed(Recorded + " -Resume", WantedFor(50))));

        Assert.Equal(Scripts.Skip(30).Take(20).Select(script => script.Id).Order(), Writes.Select(ScriptIdOf).Order());
        Assert.Single(JournalFile.Read(Journal).RunIds.Distinct());
    }

    [Fact]
    public void Other_counts_than_the_journal_has_are_written()
    {
        ConnectFast();
        Succeed(Recorded, WantedFor(30));

        Succeed(Recorded + " -Resume", WantedFor(30, from: 20_000));

        Assert.Equal(Counts(WantedFor(30, from: 20_000)), HeldBy(30));
    }

    [Fact]
    public void What_failed_is_tried_again()
    {
        ConnectFast();
        Service.Faults.OnItems("PATCH", Scripts[3].Id.ToString()).Once().Status(400, "BadRequest", "Not this one.");
        Assert.Single(Invoke(Recorded, WantedFor(10)).Errors);
        Service.Requests.Clear();

        Succeed(Recorded + " -Resume", WantedFor(10));

        Assert.Equal(Scripts[3].Id, ScriptIdOf(Assert.Single(Writes)));
    }

    [Fact]
    public void Of_several_updates_of_one_script_the_last_still_wins()
    {
        ConnectFast();
        PSObject[] wanted = [Wanted(Scripts[0], 1), Wanted(Scripts[1], 5), Wanted(Scripts[0], 2)];
        Succeed(Recorded, wanted);

        Assert.Equal([1, 5, 2], Counts(Succeed(Recorded + " -Resume", wanted)));

        Assert.Equal(2, Held(Scripts[0]));
    }

    [Fact]
    public void A_whole_run_in_two_parts_is_undone_as_one()
    {
        ConnectFast();
        int[] before = HeldBy(50);
        Succeed(Recorded, WantedFor(30));
        Succeed(Recorded + " -Resume", WantedFor(50));

        Succeed($"Restore-DeviceScriptRunSummary '{Journal}' -Confirm:$false");

        Assert.Equal(before, HeldBy(50));
    }

    [Fact]
    public void Without_a_journal_there_is_nothing_to_resume()
    {
        ConnectFast();

        AssertError(Fail(Update + " -Resume", WantedFor(3)), "ParameterConflict", ErrorCategory.InvalidArgument);

        Assert.Empty(Service.Requests.All);
    }

    [Fact]
    public void Where_the_journal_is_not_there_yet_the_run_begins_it()
    {
        ConnectFast();

        Succeed(Recorded + " -Resume", WantedFor(30));

        Assert.Equal(30, JournalFile.Read(Journal).Outcomes.Count);
    }

    [Theory]
    [InlineData("no journal at all\n", 1)]
    [InlineData("{\"entry\":\"else\",\"runId\":\"7a1c0001-5b1e-4c0a-9d61-2f6c0de50001\",\"time\":\"2026-01-01T00:00:00Z\"}\n", 1)]
    [InlineData("\n[1, 2]\n", 2)]
    public void What_is_no_journal_is_refused_with_its_line_before_anything_is_sent(string text, int line)
    {
        ConnectFast();
        File.WriteAllText(Journal, text);

        ErrorRecord error = Fail(Recorded + " -Resume", WantedFor(3));

        AssertError(error, "JournalInvalid", ErrorCategory.InvalidData);
        Assert.Equal($"'{Journal}' can't be used as a journal. Line {line} is not a line of a journal.", error.ToString());
        Assert.Equal(Journal, error.TargetObject);
        Assert.Equal(text, File.ReadAllText(Journal));
        Assert.Empty(Service.Requests.All);
    }

    [Fact]
    public void A_device_that_never_ends_a_line_is_no_journal()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no such device.");
        ConnectFast();

        ErrorRecord error = Fail($"{Update} -JournalPath /dev/full -Resume", WantedFor(3));

        AssertError(error, "JournalInvalid", ErrorCategory.InvalidData);
        Assert.Empty(Service.Requests.All);
    }

    [Fact]
    public void A_line_that_a_crash_left_half_written_is_passed_over_with_a_warning()
    {
        ConnectFast();
        Succeed(Recorded, WantedFor(30));
        string whole = File.ReadAllText(Journal);
        File.WriteAllText(Journal, whole[..^40]);
        Service.Requests.Clear();

        InvocationResult result = Invoke(Recorded + " -Resume", WantedFor(30));

        Assert.Empty(result.AllErrors);
        Assert.Equal("Line 61 of the journal was left half-written and is passed over.", Assert.Single(result.Warning));
        Assert.Equal(Counts(WantedFor(30)), Counts(result.Output));
        Assert.Single(Writes);
        Assert.Equal("Line 61 of the journal was left half-written and is passed over.", Assert.Single(
            Invoke(Recorded + " -Resume", WantedFor(30)).Warning));
    }

    [Fact]
    public void A_journal_of_another_tenant_is_not_continued()
    {
        ConnectFast();
        Succeed(Recorded, WantedFor(3));
        File.WriteAllText(Journal, File.ReadAllText(Journal).Replace(Service.TenantId, Guid.NewGuid().ToString(), StringComparison.Ordinal));
        Service.Requests.Clear();

        ErrorRecord error = Fail(Recorded + " -Resume", WantedFor(3));

        AssertError(error, "JournalTenantMismatch", ErrorCategory.SecurityError);
        Assert.StartsWith($"'{Journal}' is a journal of another place.", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Service.Requests.All);
    }

    [Fact]
    public void Skipping_what_is_unchanged_writes_only_what_differs()
    {
        ConnectFast();
        Succeed(Update, WantedFor(50));
        Service.Requests.Clear();
        PSObject[] wanted = [.. WantedFor(48), Wanted(Scripts[48], 1), Wanted(Scripts[49], 2)];

        Assert.Equal(Counts(wanted), Counts(Succeed($"{Recorded} -SkipUnchanged", wanted)));

        Assert.Equal([Scripts[48].Id, Scripts[49].Id], Writes.Select(ScriptIdOf));
        Assert.Equal(50, Reads.Count);
        Assert.Equal(2, JournalFile.Read(Journal).Intents.Count);
    }
}
