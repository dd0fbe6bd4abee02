using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using RunSummary.Engine.Bulk;
using RunSummary.Engine.RunSummaries;

namespace RunSummary.Engine.Journal;

/// <summary>The journal of a run: what it is about to write, what came of it, and what an earlier part of it did already.</summary>
internal sealed class RunJournal : IDisposable
{
    private readonly JournalWriter _writer;
    private readonly JournalRun? _resumed;

    /// <summary>Scripts that this run writes, so that the journal no longer says what they hold.</summary>
    private readonly HashSet<Guid> _overwritten = [];

    private RunJournal(JournalWriter writer, JournalRun? resumed)
    {
        _writer = writer;
        _resumed = resumed;
    }

    /// <summary>Opens the journal and begins the run in it.</summary>
    /// <exception cref="Errors.FailureException">It can't be written, or isn't a journal, or not one of this place.</exception>
    public static RunJournal Open(string path, bool resume, RunSummaryContext place, IEngineEvents events)
    {
        IReadOnlyList<JournalRun> earlier = resume && File.Exists(path) ? JournalReader.Read(path, events) : [];
        JournalRun? resumed = earlier.Count > 0 ? earlier[earlier.Count - 1] : null;
        if (resumed is not null)
        {
            JournalPlace.Require(resumed.Beginning, place);
        }

        JournalWriter writer = new(path, resumed?.Beginning.RunId ?? Guid.NewGuid());
        try
        {
            writer.Write([new RunEntry(writer.RunId, DateTimeOffset.UtcNow, place.TenantId, place.GraphEndpoint)]);
            return new RunJournal(writer, resumed);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Gives the summary of a write that the resumed run did already, with the same counts; null for one that is to be done.
    /// Asked in the order of the requests: after one that is to be done, the later ones of its script are to be done too.
    /// </summary>
    public DeviceScriptRunSummary? AlreadyDone(RunRequest request)
    {
        if (_resumed is null || request.Update is not { } update)
        {
            return null;
        }

        if (!_overwritten.Contains(update.Script.Id)
            && _resumed.Of(update.Script.Id)?.LastOutcome is { Error: null, Returned: { } returned } outcome
            && outcome.Values == update.Counts)
        {
            return RunSummaryJson.ToSummary(update.Script, outcome.SummaryId, returned);
        }

        _overwritten.Add(update.Script.Id);
        return null;
    }

    /// <summary>Says what is about to be sent, once for each request.</summary>
    public void WriteIntents(IEnumerable<BulkItem> items)
    {
        BulkItem[] fresh = [.. items.Where(item => !item.IsInJournal)];
        _writer.Write(fresh.Select(item => new IntentEntry(
            _writer.RunId, DateTimeOffset.UtcNow, item.Request.Script!, RunSummaryCounts.Of(item.Before!), item.Request.Update!.Counts)));
        foreach (BulkItem item in fresh)
        {
            item.IsInJournal = true;
        }
    }

    /// <summary>Says what came of requests that were said to be sent.</summary>
    public void WriteOutcomes(IEnumerable<(BulkItem Item, BulkOutcome Outcome)> outcomes) => _writer.Write(outcomes
        .Where(outcome => outcome.Item.IsInJournal)
        .Select(outcome => new OutcomeEntry(
            _writer.RunId, DateTimeOffset.UtcNow, outcome.Item.Request.Script!, outcome.Item.Request.Update!.Counts)
        {
            Returned = outcome.Outcome.Summary is { } summary ? RunSummaryCounts.Of(summary) : null,
            SummaryId = outcome.Outcome.Summary?.Id,
            RequestId = outcome.Outcome.RequestId,
            Error = outcome.Outcome.Failure?.Id,
        }));

    public void Dispose() => _writer.Dispose();
}
