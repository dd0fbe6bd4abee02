using System;
using System.Collections.Generic;
using System.Linq;
using RunSummary.Engine.Bulk;

namespace RunSummary.Engine.Journal;

/// <summary>The journal of a run: what it is about to write, what came of it, and what an earlier part of it did already.</summary>
internal sealed class RunJournal : IDisposable
{
    private readonly JournalWriter _writer;
    private readonly Guid _runId;
    private readonly ResumableRun? _resumed;

    private RunJournal(JournalWriter writer, Guid runId, ResumableRun? resumed)
    {
        _writer = writer;
        _runId = runId;
        _resumed = resumed;
    }

    /// <summary>Opens the journal and begins the run in it.</summary>
    /// <exception cref="Errors.FailureException">It can't be written, or isn't a journal, or not one of this place.</exception>
    public static RunJournal Open(string path, bool resume, RunSummaryContext place, IEngineEvents events)
    {
        JournalWriter writer = new(path);
        try
        {
            ResumableRun? resumed = resume ? writer.ReadLast(events) : null;
            if (resumed is not null)
            {
                JournalPlace.Require(resumed.Beginning, place);
            }

            Guid runId = resumed?.Beginning.RunId ?? Guid.NewGuid();
            writer.Begin(new RunEntry(runId, DateTimeOffset.UtcNow, place.TenantId, place.GraphEndpoint), events);
            return new RunJournal(writer, runId, resumed);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Gives the summary of a write that the resumed run did already; null for one that is to be done. Asked in the order of the requests.</summary>
    public DeviceScriptRunSummary? AlreadyDone(RunRequest request) =>
        request.Update is { } update ? _resumed?.AlreadyDone(update) : null;

    /// <summary>Says what is about to be sent, once for each request.</summary>
    public void WriteIntents(IEnumerable<BulkItem> items)
    {
        BulkItem[] fresh = [.. items.Where(item => !item.IsInJournal)];
        _writer.Write([.. fresh.Select(item => new IntentEntry(
            _runId, DateTimeOffset.UtcNow, item.Request.Script!, RunSummaryCounts.Of(item.Before!), item.Request.Update!.Counts))]);
        foreach (BulkItem item in fresh)
        {
            item.IsInJournal = true;
        }
    }

    /// <summary>Says what came of requests that were said to be sent.</summary>
    public void WriteOutcomes(IEnumerable<(BulkItem Item, BulkOutcome Outcome)> outcomes) => _writer.Write([.. outcomes
        .Where(outcome => outcome.Item.IsInJournal)
        .Select(outcome => new OutcomeEntry(
            _runId, DateTimeOffset.UtcNow, outcome.Item.Request.Script!, outcome.Item.Request.Update!.Counts)
        {
            Returned = outcome.Outcome.Summary is { } summary ? RunSummaryCounts.Of(summary) : null,
            SummaryId = outcome.Outcome.Summary?.Id,
            RequestId = outcome.Outcome.RequestId,
            Error = outcome.Outcome.Failure?.Id,
        })]);

    public void Dispose() => _writer.Dispose();
}
