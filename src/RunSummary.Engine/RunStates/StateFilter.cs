using System;
using System.Collections.Generic;
using System.Linq;

namespace RunSummary.Engine.RunStates;

/// <summary>Decides which device states are wanted: asked of the service, and decided here again, since it may ignore that.</summary>
internal static class StateFilter
{
    /// <summary>
    /// Gives the query option, with the states as the service writes them; null where all are wanted, or one that the service may not know.
    /// </summary>
    public static string? ToOData(IReadOnlyCollection<string> states)
    {
        string?[] known = [.. states.Select(state => KnownRunStates.All.FirstOrDefault(known => IsSame(known, state)))];
        return known.Length == 0 || known.Contains(null)
            ? null
            : "$filter=" + Uri.EscapeDataString(string.Join(" or ", known.Select(state => $"runState eq '{state}'")));
    }

    public static bool Takes(IReadOnlyCollection<string> states, DeviceScriptDeviceState state) =>
        states.Count == 0 || states.Any(wanted => IsSame(wanted, state.RunState));

    private static bool IsSame(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
