using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace RunSummary.Sandbox.Service;

/// <summary>The filters on runState that the service knows.</summary>
internal static partial class RunStateFilter
{
    public static Func<DeviceState, bool> Parse(string filter)
    {
        Match match = Known().Match(filter);
        if (!match.Success)
        {
            throw Invalid();
        }

        HashSet<string?> wanted = [.. match.Groups["value"].Captures.Select(value => value.Value.Replace("''", "'", StringComparison.Ordinal))];
        return state => wanted.Contains(state.RunState);
    }

    public static RefusalException Invalid() => GraphErrors.BadRequest("Invalid filter clause");

    [GeneratedRegex(
        @"^\s*runState\s+eq\s+'(?<value>(?:[^']|'')*)'(?:\s+or\s+runState\s+eq\s+'(?<value>(?:[^']|'')*)')*\s*$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Known();
}
