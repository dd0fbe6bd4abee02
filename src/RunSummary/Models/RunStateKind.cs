namespace RunSummary;

/// <summary>Whose run states.</summary>
public enum RunStateKind
{
    /// <summary>Of devices: one state for each device that the script is assigned to.</summary>
    Device,

    /// <summary>Of users: for each, on how many of the user's devices the script succeeded and failed.</summary>
    User,
}
