using System;
using System.Collections.Generic;
using RunSummary.Engine.RunSummaries;

namespace RunSummary.Engine.Journal;

/// <summary>Of each script whose last write is known to have been done: what was sent, and what the service returned.</summary>
internal sealed class ResumableRun(RunEntry beginning) : JournalRun(beginning)
{
    private readonly Dictionary<Guid, (RunSummaryCounts Values, RunSummaryCounts Returned, string? SummaryId)> _done = [];

    public override void Add(JournalEntry entry)
    {
        if (entry is IntentEntry intent)
        {
            _done.Remove(intent.Script.Id);
        }
        else if (entry is OutcomeEntry { Error: null, Returned: { } returned } outcome)
        {
            _done[outcome.Script.Id] = (outcome.Values, returned, outcome.SummaryId);
        }
    }

    /// <summary>
    /// Gives the summary of a write that was done already, with the same counts; null for one that is to be done.
    /// Asked in the order of the requests: after one that is to be done, the later ones of its script are to be done too.
    /// </summary>
    public DeviceScriptRunSummary? AlreadyDone(RunSummaryUpdate update)
    {
        Guid id = update.Script.Id;
        if (_done.TryGetValue(id, out (RunSummaryCounts Values, RunSummaryCounts Returned, string? SummaryId) done) && done.Values == update.Counts)
        {
            return RunSummaryJson.ToSummary(update.Script, done.SummaryId, done.Returned);
        }

        _done.Remove(id);
        return null;
    }
}
