using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Threading;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Journal;

/// <summary>A journal of a run over very many scripts. Nothing else runs meanwhile, since what that holds would count.</summary>
[Collection(typeof(Alone))]
public sealed class JournalMemoryTests : IDisposable
{
    private const int Scripts = 100_000;
    private const int Mebibyte = 1 << 20;

    private readonly JournalFile _journal = new();

    [Fact]
    public void Reading_it_takes_little_memory()
    {
        string replaced = Guid.NewGuid().ToString();
        _journal.Write(JournalFile.Run(replaced));
        AppendRun(replaced);
        _journal.Append(JournalFile.Run() + "\n");
        AppendRun(JournalFile.RunId);
        _journal.Append("{\"entry\":\"out");
        using BulkBench bench = new();

        AssertHolds(events => Assert.Equal(Scripts, bench.Session.ReadRestorePoints(_journal.Path, runId: null, events).Count));
        AssertHolds(events => bench.Session.StartRun(_journal.Resume, _ => { }, events, TestContext.Current.CancellationToken).Run.Complete());
    }

    [CollectionDefinition(DisableParallelization = true)]
    public sealed class Alone;

    public void Dispose() => _journal.Dispose();

    /// <summary>Says that less than 64 MiB more are held at the end of reading. It may be less than before, as pools let go what other tests used.</summary>
    private static void AssertHolds(Action<IEngineEvents> read)
    {
        HeldMemory atEnd = new();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        read(atEnd);
        Assert.NotEqual(0, atEnd.Bytes);
        Assert.True(atEnd.Bytes - before < 64 * Mebibyte, $"{(atEnd.Bytes - before) / Mebibyte} MiB more were held.");
    }

    private void AppendRun(string runId) => File.AppendAllLines(_journal.Path, Enumerable.Range(0, Scripts).SelectMany(script => new[]
    {
        JournalFile.Intent(script, before: 1, value: 5, runId).Replace("\"scriptName\":null", "\"scriptName\":\"A name as scripts have it\"", StringComparison.Ordinal),
        JournalFile.Outcome(script, 5, runId),
    }));

    /// <summary>Takes note of what is held in memory when a half line is met.</summary>
    private sealed class HeldMemory : IEngineEvents
    {
        public long Bytes { get; private set; }

        public void Verbose(string message)
        {
        }

        public void Warning(string message) => Bytes = GC.GetTotalMemory(forceFullCollection: true);

        public void Waiting(TimeSpan time)
        {
        }

        public void StatesCounted(int count)
        {
        }

        public Task<T> RunOnPipelineAsync<T>(Func<T> code, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
