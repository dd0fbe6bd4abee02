using System;
using System.Collections.Generic;
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
        RestorableRun run = JournalReader.Read(path, runId, beginning => new RestorableRun(beginning), events)
            ?? throw new FailureException(
                ErrorId.JournalInvalid, runId is null ? Strings.JournalInvalid_Empty : Strings.JournalInvalid_RunId.With(runId));
        JournalPlace.Require(run.Beginning, place);
        return run.Points;
    }
}
