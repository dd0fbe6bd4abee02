namespace RunSummary.Sandbox.Service;

/// <summary>What becomes of $filter on run states.</summary>
public enum FilterSupport
{
    Honoured,

    /// <summary>Everything is served.</summary>
    Ignored,

    /// <summary>400, as for any option that is not allowed.</summary>
    Refused,
}
