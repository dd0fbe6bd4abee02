using System;
using System.Collections.Generic;
using System.Linq;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Journal;

/// <summary>Finds what a run of a journal can be undone to.</summary>
internal static class RestorePoints
{
    /// <param name="path">The journal.</param>
    /// <param name="runId">The run; null for the last.</param>
    /// <param name="place">Where it is to be restored.</param>
    /// <param name="events">Hears of lines that are passed over.</param>
    /// <exception cref="FailureException">The file isn't a journal, holds no such run, or one of another place.</exception>
    public static IReadOnlyList<RestorePoint> Read(string path, Guid? runId, RunSummaryContext place, IEngineEvents events)
    {
        JournalRun run = Find(JournalReader.Read(path, events), runId);
        JournalPlace.Require(run.Beginning, place);
        return [.. run.Scripts.Select(script => new RestorePoint(script.Script, script.Before, script.Written, script.Confirmed))];
    }

    private static JournalRun Find(IReadOnlyList<JournalRun> runs, Guid? runId)
    {
        if (runs.Count == 0)
        {
            throw new FailureException(ErrorId.JournalInvalid, Strings.JournalInvalid_Empty);
        }

        return runId is { } wanted
            ? runs.FirstOrDefault(run => run.Beginning.RunId == wanted)
                ?? throw new FailureException(ErrorId.JournalInvalid, Strings.JournalInvalid_RunId.With(wanted))
            : runs[runs.Count - 1];
    }
}
