using System;
using System.Collections.Generic;
using System.Linq;

namespace RunSummary.Engine.RunStates;

/// <summary>Decides which device states are wanted: asked of the service, and decided here again, since it may ignore that.</summary>
internal static class StateFilter
{
    /// <summary>Gives the query option; null where all are wanted.</summary>
    public static string? ToOData(IReadOnlyCollection<string> states) => states.Count == 0
        ? null
        : "$filter=" + Uri.EscapeDataString(string.Join(" or ", states.Select(state => $"runState eq '{state.Replace("'", "''")}'")));

    public static bool Takes(IReadOnlyCollection<string> states, DeviceScriptDeviceState state) =>
        states.Count == 0 || states.Contains(state.RunState, StringComparer.OrdinalIgnoreCase);
}
