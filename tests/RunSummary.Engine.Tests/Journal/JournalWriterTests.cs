using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Engine.Journal;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;
using Xunit;

namespace RunSummary.Engine.Tests.Journal;

public sealed class JournalWriterTests : IDisposable
{
    private const string FullDevice = "/dev/full";

    private readonly JournalFile _journal = new();
    private readonly RecordedEvents _events = new();

    [Fact]
    public void A_full_disk_is_PathNotWritable_and_closing_the_journal_hides_nothing_of_it()
    {
        Assert.SkipUnless(File.Exists(FullDevice), "This system has no device that is always full.");
        JournalWriter writer = new(FullDevice);

        Failure failure = Assert.Throws<FailureException>(() => writer.Begin(Entry(1), _events)).Failure;

        Assert.Equal(ErrorId.PathNotWritable, failure.Id);
        Assert.Contains(FullDevice, failure.Detail, StringComparison.Ordinal);
        Assert.EndsWith(" Nothing was sent.", failure.Detail, StringComparison.Ordinal);
        Assert.Null(Record.Exception(writer.Dispose));
    }

    [Fact]
    public async Task On_a_full_disk_nothing_is_sent()
    {
        Assert.SkipUnless(File.Exists(FullDevice), "This system has no device that is always full.");
        using BulkBench bench = new();

        Failure failure = await GraphBench.FailureOf(bench.RunAsync(BulkBench.Updates(3), _journal.Options with { JournalPath = FullDevice }));

        Assert.Equal(ErrorId.PathNotWritable, failure.Id);
        Assert.Empty(bench.Service.Sent);
    }

    [Fact]
    public void A_journal_that_a_run_writes_can_be_read_but_not_written_by_another()
    {
        using JournalWriter one = new(_journal.Path);
        one.Begin(Entry(1), _events);

        Assert.Equal(ErrorId.PathNotWritable, Assert.Throws<FailureException>(() => new JournalWriter(_journal.Path)).Failure.Id);

        one.Write([Entry(1)]);
        Assert.Equal(2, _journal.Lines.Length);
    }

    [Fact]
    public void Where_a_run_ended_another_can_write()
    {
        foreach (int run in new[] { 1, 2 })
        {
            using JournalWriter writer = new(_journal.Path);
            writer.Begin(Entry(run), _events);
        }

        Assert.Equal([Entry(1).RunId.ToString(), Entry(2).RunId.ToString()], _journal.Entries.Select(entry => (string?)entry["runId"]));
    }

    [Fact]
    public void What_is_written_is_there_at_once()
    {
        using JournalWriter writer = new(_journal.Path);

        writer.Begin(Entry(1), _events);

        Assert.Single(_journal.Lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"entry\":\"")]
    public void A_file_that_was_there_before_loses_the_rights_that_others_had(string text)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        File.WriteAllText(_journal.Path, text);
        JournalFile.SetMode(_journal.Path, JournalFile.OwnerOnly | UnixFileMode.GroupWrite | UnixFileMode.OtherRead);

        using JournalWriter writer = new(_journal.Path);
        writer.Begin(Entry(1), _events);

        Assert.Equal(JournalFile.OwnerOnly, JournalFile.Mode(_journal.Path));
        Assert.Empty(_events.Warnings);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_pipe_is_refused_and_not_waited_for(bool resume)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
        using (Process make = Process.Start("mkfifo", _journal.Path))
        {
            make.WaitForExit();
        }

        using JournalWriter writer = new(_journal.Path);
        Action use = resume ? () => writer.ReadLast(_events) : () => writer.Begin(Entry(1), _events);

        Assert.Equal(ErrorId.PathNotWritable, Assert.Throws<FailureException>(use).Failure.Id);
    }

    public void Dispose() => _journal.Dispose();

    private static RunEntry Entry(int run) =>
        new(new Guid(run, 0, 0, new byte[8]), DateTimeOffset.UnixEpoch, TenantId: null, new Uri("https://graph.microsoft.com"));
}
