using System;
using System.Collections.Generic;

namespace RunSummary.Engine.Journal;

/// <summary>Of each script that a run meant to write: what it can be put back to, and what the service may hold of the run.</summary>
internal sealed class RestorableRun(RunEntry beginning) : JournalRun(beginning)
{
    private static readonly RunSummaryCounts Nothing = new(null, null, null, null);

    private readonly Dictionary<Guid, RestorePoint> _points = [];

    /// <summary>The scripts in the order in which they were first written.</summary>
    public IReadOnlyList<RestorePoint> Points => [.. _points.Values];

    public override void Add(JournalEntry entry)
    {
        switch (entry)
        {
            case IntentEntry intent:
                _points[intent.Script.Id] = After(Of(intent.Script), intent);
                break;
            case OutcomeEntry { Returned: { } returned } outcome:
                _points[outcome.Script.Id] = After(Of(outcome.Script), returned.Only(outcome.Values));
                break;
        }
    }

    private RestorePoint Of(ScriptReference script) =>
        _points.TryGetValue(script.Id, out RestorePoint? point) ? point : new RestorePoint(script, Nothing, Nothing, Nothing);

    private static RestorePoint After(RestorePoint point, IntentEntry intent) => point with
    {
        Before = point.Before.Or(intent.Before.Only(intent.Values)),
        Written = intent.Values.Or(point.Written),

        // A write without a certain outcome that is found before the next one did arrive.
        Confirmed = intent.Before.Same(point.Written).Or(point.Confirmed),
    };

    private static RestorePoint After(RestorePoint point, RunSummaryCounts returned) => point with
    {
        Written = returned.Or(point.Written),
        Confirmed = returned.Or(point.Confirmed),
    };
}
