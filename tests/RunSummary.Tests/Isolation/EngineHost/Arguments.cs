using System.Collections.Generic;
using System.Linq;

namespace RunSummary.EngineHost;

/// <summary>The command line: <c>Name=value</c>, the names as often as they are needed. What they say to do is done in their order.</summary>
internal sealed class Arguments(IEnumerable<string> words)
{
    public IReadOnlyList<KeyValuePair<string, string>> All { get; } = [.. words.Select(Split)];

    public string Value(string name) => All.Single(argument => argument.Key == name).Value;

    private static KeyValuePair<string, string> Split(string word)
    {
        int at = word.IndexOf('=');
        return new KeyValuePair<string, string>(word.Substring(0, at), word.Substring(at + 1));
    }
}
