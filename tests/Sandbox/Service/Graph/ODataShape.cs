using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace RunSummary.Sandbox.Service;

/// <summary>What a type lets a query name.</summary>
internal sealed partial record ODataShape(string TypeName, IReadOnlyList<string> Properties, string? Navigation = null)
{
    public int LargestPage { get; init; } = 999;

    /// <summary>What <see cref="Navigation"/> leads to, where a query may select of it.</summary>
    public ODataShape? Expandable { get; init; }

    /// <summary>The options that the service refuses here though it knows them.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>Takes <c>navigation($select=names)</c> apart.</summary>
    public (string Navigation, string? Select) Nested(string expand)
    {
        Match match = WithSelect().Match(expand);
        return match.Success && Expandable is not null ? (match.Groups["navigation"].Value, match.Groups["names"].Value) : (expand, null);
    }

    [GeneratedRegex(@"^\s*(?<navigation>\w+)\s*\(\s*\$select\s*=(?<names>[^()]*)\)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex WithSelect();
}
