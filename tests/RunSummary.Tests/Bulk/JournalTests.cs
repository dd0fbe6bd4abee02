using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using Xunit;

namespace RunSummary.Tests.Bulk;

public sealed class JournalTests : BulkTest
{
    private const string Recorded = Update + " -JournalPath $journal";

    public static TheoryData<string> UnwritablePaths => OperatingSystem.IsLinux()
        ? new("", "no/such/folder/run.jsonl", "/proc/run.jsonl", "/dev/full")
        : new("", "no/such/folder/run.jsonl");

    [Fact]
    public void Holds_what_was_there_before_and_what_came_of_each_write()
    {
        Begin();
        int[] before = HeldBy(45);

        Succeed(Recorded, WantedFor(45));

        JournalFile journal = JournalFile.Read(Journal);
        Assert.Single(journal.RunIds);
        Assert.Equal(Scripts.Take(45).Select(script => script.Id), journal.Intents.Select(JournalFile.ScriptId).OrderBy(Place));
        Assert.Equal(before, journal.Intents.OrderBy(entry => Place(JournalFile.ScriptId(entry))).Select(entry => JournalFile.Count(entry, "before")));
        Assert.Equal(Counts(WantedFor(45)), journal.Outcomes.OrderBy(entry => Place(JournalFile.ScriptId(entry))).Select(entry => JournalFile.Count(entry, "returned")));
        Assert.Equal(
            Writes.Select(write => write.Request.RequestId).Order(),
            journal.Outcomes.Select(entry => entry.GetProperty("requestId").GetString()!).Order());
        Assert.Empty(journal.Unknown);
    }

    [Fact]
    public void Has_the_outcome_before_the_object_comes_out_and_the_intent_before_it_is_sent()
    {
        Begin();
        List<string> unsaid = [];
        Service.Faults.OnItems("PATCH").Perform((request, work, cancellationToken) =>
        {
            if (!JournalFile.Read(Journal).Intents.Select(JournalFile.ScriptId).Contains(Guid.Parse(request.Path.Split('/')[^2])))
            {
                unsaid.Add(request.Path);
            }

            return work(request, cancellationToken);
        });
        Shell.SetVariable("outcomes", new Func<string, bool>(id =>
            JournalFile.Read(Journal).Outcomes.Select(JournalFile.ScriptId).Contains(Guid.Parse(id))));

        IReadOnlyList<PSObject> said = Succeed(Recorded + " -ThrottleLimit 1 | ForEach-Object { $outcomes.Invoke($_.ScriptId) }", WantedFor(60));

        Assert.Empty(unsaid);
        Assert.Equal(60, said.Count);
        Assert.All(said, isSaid => Assert.True((bool)isSaid.BaseObject));
    }

    [Fact]
    public void Names_the_error_of_what_failed()
    {
        Begin();
        Service.Faults.OnItems("PATCH", Scripts[3].Id.ToString()).Status(400, "BadRequest", "Not this one.");

        Assert.Single(Invoke(Recorded, WantedFor(10)).Errors);

        JsonElement failed = Assert.Single(JournalFile.Read(Journal).Outcomes, entry => entry.TryGetProperty("error", out _));
        Assert.Equal(Scripts[3].Id, JournalFile.ScriptId(failed));
        Assert.Equal("RequestRejected", failed.GetProperty("error").GetString());
    }

    [Fact]
    public void Holds_no_token_and_no_secret()
    {
        Begin();

        Succeed(Recorded, WantedFor(45));

        string text = File.ReadAllText(Journal);
        Assert.DoesNotContain("eyJ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Service.ClientSecret, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Only_its_owner_can_read_it(bool isThereBefore)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        Begin();

#pragma warning disable CA1416 // Skipped on Windows.
        if (isThereBefore)
        {
            Succeed(Recorded, WantedFor(1));
            File.SetUnixFileMode(Journal, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        Succeed(Recorded, WantedFor(1));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Journal));
#pragma warning restore CA1416
    }

    [Fact]
    public void One_that_another_run_writes_is_refused()
    {
        Begin();
        Succeed(Recorded, WantedFor(1));
        Service.Requests.Clear();
        using FileStream other = new(Journal, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);

        ErrorRecord error = Fail(Recorded, WantedFor(1));

        AssertError(error, "PathNotWritable", ErrorCategory.WriteError);
        Assert.EndsWith(" Nothing was sent.", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Service.Requests.All);
    }

    [Theory]
    [MemberData(nameof(UnwritablePaths))]
    public void A_path_that_cannot_be_written_fails_before_anything_is_sent(string path)
    {
        Begin(PathOf(path));

        ErrorRecord error = Fail(Recorded, WantedFor(50));

        AssertError(error, "PathNotWritable", ErrorCategory.WriteError);
        Assert.Contains(PathOf(path), error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Give the path of a file, in a folder", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(PathOf(path), error.TargetObject);
        Assert.Empty(Service.Requests.All);
    }

    [Fact]
    public void A_path_is_where_the_prompt_is()
    {
        Begin("here.jsonl");

        Succeed($"[void] $ExecutionContext.SessionState.Path.SetLocation('{PathOf("")}'); {Recorded}", WantedFor(2));

        Assert.Equal(2, JournalFile.Read(PathOf("here.jsonl")).Outcomes.Count);
    }

    [Fact]
    public void A_file_that_is_no_journal_is_left_as_it_is()
    {
        Begin();
        File.WriteAllText(Journal, "ScriptType,ScriptId\n");

        ErrorRecord error = Fail(Recorded, WantedFor(5));

        AssertError(error, "JournalInvalid", ErrorCategory.InvalidData);
        Assert.Equal($"'{Journal}' can't be used as a journal. Line 1 is not a line of a journal.", error.ToString());
        Assert.Equal("ScriptType,ScriptId\n", File.ReadAllText(Journal));
        Assert.Empty(Service.Requests.All);
    }

    private int Place(Guid id) => Scripts.Select(script => script.Id).ToList().IndexOf(id);

    private void Begin(string? path = null)
    {
        ConnectFast();
        Shell.SetVariable("journal", path ?? Journal);
    }
}
