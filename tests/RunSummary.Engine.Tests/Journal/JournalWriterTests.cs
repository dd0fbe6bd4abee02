using System;
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

    [Fact]
    public void A_full_disk_is_PathNotWritable_and_closing_the_journal_hides_nothing_of_it()
    {
        Assert.SkipUnless(File.Exists(FullDevice), "This system has no device that is always full.");
        JournalWriter writer = new(FullDevice, Guid.NewGuid());

        Failure failure = Assert.Throws<FailureException>(() => writer.Write([Entry(writer)])).Failure;

        Assert.Equal(ErrorId.PathNotWritable, failure.Id);
        Assert.Contains(FullDevice, failure.Detail, StringComparison.Ordinal);
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
    public void Two_runs_that_write_one_journal_at_once_overwrite_nothing_of_each_other()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows refuses the second.");
        using JournalWriter one = new(_journal.Path, Guid.NewGuid());
        using JournalWriter other = new(_journal.Path, Guid.NewGuid());

        foreach (JournalWriter writer in new[] { one, other, one, other })
        {
            writer.Write([Entry(writer), Entry(writer)]);
        }

        Assert.Equal(
            new[] { one, one, other, other, one, one, other, other }.Select(writer => writer.RunId.ToString()),
            _journal.Entries.Select(entry => (string?)entry["runId"]));
    }

    [Fact]
    public void What_is_written_is_there_at_once()
    {
        using JournalWriter writer = new(_journal.Path, Guid.NewGuid());

        writer.Write([Entry(writer)]);

        Assert.Single(_journal.Lines);
    }

    public void Dispose() => _journal.Dispose();

    private static RunEntry Entry(JournalWriter writer) =>
        new(writer.RunId, DateTimeOffset.UnixEpoch, TenantId: null, new Uri("https://graph.microsoft.com"));
}
