using System;
using System.Collections.Generic;
using System.Linq;

namespace RunSummary.Engine.Journal;

/// <summary>What one run of a journal did to each script.</summary>
internal sealed class JournalRun(RunEntry beginning)
{
    private readonly Dictionary<Guid, ScriptHistory> _scripts = [];

    public RunEntry Beginning { get; } = beginning;

    /// <summary>The scripts in the order in which they were first written.</summary>
    public IEnumerable<ScriptHistory> Scripts => _scripts.Values.OrderBy(script => script.Order);

    public ScriptHistory? Of(Guid scriptId) => _scripts.TryGetValue(scriptId, out ScriptHistory? history) ? history : null;

    public void Add(JournalEntry entry)
    {
        switch (entry)
        {
            case IntentEntry intent:
                History(intent.Script).Add(intent);
                break;
            case OutcomeEntry outcome:
                History(outcome.Script).Add(outcome);
                break;
        }
    }

    private ScriptHistory History(ScriptReference script)
    {
        if (!_scripts.TryGetValue(script.Id, out ScriptHistory? history))
        {
            history = new ScriptHistory(script, _scripts.Count);
            _scripts.Add(script.Id, history);
        }

        return history;
    }
}

/// <summary>What one run did to one script.</summary>
internal sealed class ScriptHistory(ScriptReference script, int order)
{
    private static readonly RunSummaryCounts Nothing = new(null, null, null, null);

    public ScriptReference Script { get; } = script;

    public int Order { get; } = order;

    /// <summary>Of each count that the run wrote, the value before its first write.</summary>
    public RunSummaryCounts Before { get; private set; } = Nothing;

    /// <summary>The values that the run sent last, or what the service made of them.</summary>
    public RunSummaryCounts Written { get; private set; } = Nothing;

    /// <summary>The values of the run that the service last said it holds.</summary>
    public RunSummaryCounts Confirmed { get; private set; } = Nothing;

    /// <summary>The last outcome; null where the last write has none, since it was under way when the run was ended.</summary>
    public OutcomeEntry? LastOutcome { get; private set; }

    public void Add(IntentEntry intent)
    {
        // A write without a certain outcome that is found before the next one did arrive.
        Confirmed = intent.Before.Same(Written).Or(Confirmed);
        Before = Before.Or(intent.Before.Only(intent.Values));
        Written = intent.Values.Or(Written);
        LastOutcome = null;
    }

    public void Add(OutcomeEntry outcome)
    {
        LastOutcome = outcome;
        if (outcome.Returned?.Only(outcome.Values) is { } returned)
        {
            Written = returned.Or(Written);
            Confirmed = returned.Or(Confirmed);
        }
    }
}
