namespace RunSummary.Engine.RunStates;

/// <summary>Counts that a page's can be added to, once the page was read to its end.</summary>
internal interface ICounts<in TSelf>
{
    /// <summary>How many states were counted.</summary>
    int Total { get; }

    void Add(TSelf others);
}
