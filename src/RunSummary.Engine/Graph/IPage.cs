namespace RunSummary.Engine.Graph;

/// <summary>A page of a collection.</summary>
internal interface IPage
{
    /// <summary>The address of the next page as the service gave it; null on the last.</summary>
    string? NextLink { get; }
}
