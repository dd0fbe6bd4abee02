namespace RunSummary.Engine.Journal;

/// <summary>What is kept in memory of one run of a journal.</summary>
internal abstract class JournalRun(RunEntry beginning)
{
    public RunEntry Beginning { get; } = beginning;

    public abstract void Add(JournalEntry entry);
}
