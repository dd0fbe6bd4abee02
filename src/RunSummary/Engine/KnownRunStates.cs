using System.Collections.Generic;

namespace RunSummary.Engine;

/// <summary>The run states that Microsoft Graph documents; others may come.</summary>
internal static class KnownRunStates
{
    public static IReadOnlyList<string> All { get; } = ["fail", "notApplicable", "pending", "scriptError", "success", "unknown"];
}
