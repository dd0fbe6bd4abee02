using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using CsCheck;
using RunSummary.Engine.Journal;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Journal;

public sealed class JournalReaderTests : IDisposable
{
    private readonly JournalFile _journal = new();

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(40)]
    [InlineData(300)]
    public void A_line_that_was_left_half_written_at_the_end_is_passed_over_with_a_warning(int length)
    {
        _journal.Write(JournalFile.Run(), JournalFile.Intent(0, before: 1, value: 5));
        _journal.Append(JournalFile.Intent(1, before: 1, value: 5)[..length]);
        using BulkBench bench = new();

        Assert.Single(Read(bench));

        Assert.Contains("Line 3 ", Assert.Single(bench.Events.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_half_line_in_the_middle_is_passed_over_with_a_warning()
    {
        _journal.Write(
            JournalFile.Run(),
            JournalFile.Intent(0, before: 1, value: 5),
            JournalFile.Outcome(0, 5)[..70],
            JournalFile.Run(),
            JournalFile.Intent(1, before: 1, value: 5));
        using BulkBench bench = new();

        Assert.Equal(2, Read(bench).Count);

        Assert.Contains("Line 3 ", Assert.Single(bench.Events.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_later_run_starts_on_a_line_of_its_own(bool resume)
    {
        _journal.Write(JournalFile.Run(), JournalFile.Intent(0, before: 1, value: 5));
        _journal.Append(JournalFile.Outcome(0, 5)[..70]);
        using BulkBench bench = new();

        await bench.RunAsync([BulkBench.Update(1, 7)], resume ? _journal.Resume : _journal.Options);
        IReadOnlyList<RestorePoint> points = Read(bench);

        string[] lines = _journal.Lines;
        Assert.Equal(6, lines.Length);
        Assert.Equal(JournalFile.Outcome(0, 5)[..70], lines[2]);
        Assert.StartsWith("{\"entry\":\"run\",", lines[3], StringComparison.Ordinal);
        Assert.Equal(resume ? 2 : 1, points.Count);
    }

    [Fact]
    public async Task A_last_line_that_only_lacks_its_end_counts()
    {
        _journal.Write(JournalFile.Run(), JournalFile.Intent(0, before: 1, value: 5));
        _journal.Append(JournalFile.Outcome(0, 5));
        using BulkBench bench = new();

        await bench.RunAsync([BulkBench.Update(0, 5)], _journal.Resume);

        Assert.Empty(bench.Service.Sent);
        Assert.Empty(bench.Events.Warnings);
    }

    [Theory]
    [InlineData("Id,ErrorDeviceCount")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("""{"entry":"other","runId":"3f2b6a1c-0d5e-4c7a-9b8f-1e2d3c4b5a69","time":"2026-03-02T10:15:30+00:00"}""")]
    [InlineData("""{"entry":"intent","runId":"3f2b6a1c-0d5e-4c7a-9b8f-1e2d3c4b5a69","time":"2026-03-02T10:15:30+00:00"}""")]
    [InlineData("""{"entry":"run","runId":"x","time":"2026-03-02T10:15:30+00:00","endpoint":"https://graph.microsoft.com/"}""")]
    [InlineData("""{"entry":"run","runId":"3f2b6a1c-0d5e-4c7a-9b8f-1e2d3c4b5a69","endpoint":"https://graph.microsoft.com/"}""")]
    [InlineData("""{"entry":"run","runId":"3f2b6a1c-0d5e-4c7a-9b8f-1e2d3c4b5a69","time":"2026-03-02T10:15:30+00:00","endpoint":"x"}""")]
    public void What_is_not_a_line_of_a_journal_is_JournalInvalid_with_its_number(string line)
    {
        _journal.Write(JournalFile.Run(), JournalFile.Intent(0, before: 1, value: 5), line);

        AssertInvalid(line: 3);
    }

    [Theory]
    [InlineData("Id,ErrorDeviceCount")]
    [InlineData("<html></html>")]
    public void Another_file_is_JournalInvalid_at_its_first_line(string line)
    {
        _journal.Write(line, JournalFile.Run());

        AssertInvalid(line: 1);
    }

    [Theory]
    [InlineData("\"scriptType\":\"Shell\"", "\"scriptType\":\"Bash\"")]
    [InlineData("\"scriptType\":\"Shell\"", "\"scriptType\":\"77\"")]
    [InlineData("\"scriptType\":\"Shell\"", "\"scriptType\":null")]
    [InlineData("\"errorDeviceCount\":5", "\"errorDeviceCount\":5.5")]
    [InlineData("\"errorDeviceCount\":5", "\"errorDeviceCount\":\"5\"")]
    [InlineData("\"before\":{", "\"after\":{")]
    public void An_intent_that_was_changed_is_JournalInvalid(string old, string changed)
    {
        string intent = JournalFile.Intent(0, before: 1, value: 5);
        _journal.Write(JournalFile.Run(), intent.Replace(old, changed, StringComparison.Ordinal));

        AssertInvalid(line: 2);
    }

    [Fact]
    public void An_intent_of_a_run_that_never_began_is_JournalInvalid()
    {
        _journal.Write(JournalFile.Run(), JournalFile.Intent(0, before: 1, value: 5, Guid.NewGuid().ToString()));

        AssertInvalid(line: 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_line_that_is_longer_than_any_of_ours_is_JournalInvalid(int more)
    {
        _journal.Write(JournalFile.Run(), JournalFile.Intent(0, before: 1, value: 5));
        _journal.Append(new string(' ', JournalLines.MaximumLength + more) + "\n");

        AssertInvalid(line: 3);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/full")]
    public async Task A_device_that_never_ends_a_line_is_JournalInvalid(string device)
    {
        Assert.SkipUnless(File.Exists(device), "This system has no such device.");
        using BulkBench bench = new();

        Failure resumed = await GraphBench.FailureOf(bench.RunAsync(BulkBench.Updates(2), _journal.Resume with { JournalPath = device }));
        Failure restored = Assert.Throws<FailureException>(() => bench.Session.ReadRestorePoints(device, runId: null, bench.Events)).Failure;

        Assert.Equal([ErrorId.JournalInvalid, ErrorId.JournalInvalid], [resumed.Id, restored.Id]);
        Assert.Contains("Line 1 ", resumed.Detail, StringComparison.Ordinal);
        Assert.Empty(bench.Service.Sent);
    }

    [Fact]
    public void Lines_of_an_earlier_run_among_those_of_the_last_are_not_its()
    {
        string last = Guid.NewGuid().ToString();
        _journal.Write(
            JournalFile.Run(), JournalFile.Intent(0, before: 1, value: 5),
            JournalFile.Run(last), JournalFile.Intent(1, before: 1, value: 5, last),
            JournalFile.Outcome(0, 5), JournalFile.Intent(2, before: 1, value: 5));
        using BulkBench bench = new();

        Assert.Equal(BulkBench.Script(1), Assert.Single(Read(bench)).Script);
    }

    [Fact]
    public void Blank_lines_and_ends_of_lines_as_Windows_has_them_are_nothing_wrong()
    {
        _journal.Append($"{JournalFile.Run()}\r\n\r\n\n{JournalFile.Intent(0, before: 1, value: 5)}\r\n\0\0\0");
        using BulkBench bench = new();

        Assert.Single(Read(bench));
        Assert.Empty(bench.Events.Warnings);
    }

    [Fact]
    public void A_file_that_is_not_there_is_JournalInvalid()
    {
        using BulkBench bench = new();

        Assert.Equal(ErrorId.JournalInvalid, Assert.Throws<FailureException>(() => Read(bench)).Failure.Id);
    }

    [Fact]
    public void An_empty_file_holds_no_run()
    {
        _journal.Write();
        using BulkBench bench = new();

        Assert.Equal(ErrorId.JournalInvalid, Assert.Throws<FailureException>(() => Read(bench)).Failure.Id);
    }

    [Fact]
    public async Task What_is_not_a_journal_cannot_be_resumed_and_is_left_as_it_is()
    {
        _journal.Write("Id,ErrorDeviceCount");
        using BulkBench bench = new();

        Failure failure = await GraphBench.FailureOf(bench.RunAsync(BulkBench.Updates(2), _journal.Resume));

        Assert.Equal(ErrorId.JournalInvalid, failure.Id);
        Assert.Empty(bench.Service.Sent);
        Assert.Equal("Id,ErrorDeviceCount\n", File.ReadAllText(_journal.Path));
    }

    [Fact]
    public void Any_changed_bytes_are_read_or_refused()
    {
        _journal.Write(JournalFile.Run(), JournalFile.Intent(0, before: 1, value: 5), JournalFile.Outcome(0, 5));
        byte[] whole = File.ReadAllBytes(_journal.Path);
        using BulkBench bench = new();
        _ = bench.Session;
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 4].Sample(
            changes =>
            {
                byte[] bytes = [.. whole];
                Array.ForEach(changes, change => bytes[change.Item1] = change.Item2);
                File.WriteAllBytes(_journal.Path, bytes);
                if (Record.Exception(() => Read(bench)) is { } exception)
                {
                    ErrorId id = Assert.IsType<FailureException>(exception).Failure.Id;
                    Assert.True(id is ErrorId.JournalInvalid or ErrorId.JournalTenantMismatch);
                }
            },
            iter: 500,
            threads: 1);
    }

    public void Dispose() => _journal.Dispose();

    private IReadOnlyList<RestorePoint> Read(BulkBench bench) => bench.Session.ReadRestorePoints(_journal.Path, runId: null, bench.Events);

    private void AssertInvalid(int line)
    {
        using BulkBench bench = new();
        Failure failure = Assert.Throws<FailureException>(() => Read(bench)).Failure;
        Assert.Equal(ErrorId.JournalInvalid, failure.Id);
        Assert.Contains($"Line {line} ", failure.Detail, StringComparison.Ordinal);
    }
}
