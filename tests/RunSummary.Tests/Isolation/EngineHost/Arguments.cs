using System.Collections.Generic;
using System.Linq;

namespace RunSummary.EngineHost;

/// <summary>The command line: <c>Name=value</c>, the names as often as they are needed.</summary>
internal sealed class Arguments(IEnumerable<string> words)
{
    /// <summary>Gives all, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All { get; } = [.. words.Select(Split)];

    public IEnumerable<string> Values(string name) => All.Where(argument => argument.Key == name).Select(argument => argument.Value);

    public string Value(string name) => Values(name).Single();

    private static KeyValuePair<string, string> Split(string word)
    {
        int at = word.IndexOf('=');
        return new KeyValuePair<string, string>(word.Substring(0, at), word.Substring(at + 1));
    }
}
