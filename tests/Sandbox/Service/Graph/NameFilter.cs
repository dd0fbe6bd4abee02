using System;
using System.Text.RegularExpressions;

namespace RunSummary.Sandbox.Service;

/// <summary>The filters on displayName that the service knows.</summary>
internal static partial class NameFilter
{
    public static Func<SandboxScript, bool> Parse(string? filter)
    {
        if (filter is null)
        {
            return _ => true;
        }

        Match match = Known().Match(filter);
        if (!match.Success)
        {
            throw GraphErrors.BadRequest("Invalid filter clause");
        }

        string wanted = match.Groups["value"].Value.Replace("''", "'", StringComparison.Ordinal);
        return match.Groups["function"].Value switch
        {
            "startswith" => script => script.DisplayName.StartsWith(wanted, StringComparison.OrdinalIgnoreCase),
            "contains" => script => script.DisplayName.Contains(wanted, StringComparison.OrdinalIgnoreCase),
            _ => script => script.DisplayName.Equals(wanted, StringComparison.OrdinalIgnoreCase),
        };
    }

    [GeneratedRegex(
        @"^\s*(?:displayName\s+eq\s+'(?<value>(?:[^']|'')*)'|(?<function>startswith|contains)\(\s*displayName\s*,\s*'(?<value>(?:[^']|'')*)'\s*\))\s*$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Known();
}
