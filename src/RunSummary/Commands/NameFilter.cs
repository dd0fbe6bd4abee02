using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace RunSummary.Commands;

/// <summary>The names that are wanted, with or without wildcards, and which of them were met. Without any, all scripts are wanted.</summary>
internal sealed class NameFilter(IEnumerable<string> names)
{
    private readonly Wanted[] _wanted = [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => new Wanted(name))];

    /// <summary>The names without wildcards that no script had, as they were given.</summary>
    public IEnumerable<string> Missing =>
        _wanted.Where(wanted => !wanted.IsMet && !WildcardPattern.ContainsWildcardCharacters(wanted.Name)).Select(wanted => wanted.Name);

    public bool Takes(DeviceScript script)
    {
        Wanted[] met = [.. _wanted.Where(wanted => wanted.Pattern.IsMatch(script.DisplayName ?? ""))];
        foreach (Wanted wanted in met)
        {
            wanted.IsMet = true;
        }

        return _wanted.Length == 0 || met.Length > 0;
    }

    private sealed class Wanted(string name)
    {
        public string Name { get; } = name;

        public WildcardPattern Pattern { get; } = new(name, WildcardOptions.IgnoreCase);

        public bool IsMet { get; set; }
    }
}
