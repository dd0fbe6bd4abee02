using System;
using System.Management.Automation;

namespace RunSummary.Completion;

/// <summary>What is typed so far of a value: its beginning, as it is or as a wildcard.</summary>
internal sealed class TypedWord(string word)
{
    private readonly string _text = word.Trim('\'', '"');

    /// <summary>Whether the value begins so. A name in brackets is no valid wildcard until it is typed to its end.</summary>
    public bool Begins(string value) =>
        value.StartsWith(_text, StringComparison.OrdinalIgnoreCase)
        || WildcardPattern.Escape(value).StartsWith(_text, StringComparison.OrdinalIgnoreCase)
        || Fits(value);

    private bool Fits(string value)
    {
        try
        {
            return WildcardPattern.Get(_text + "*", WildcardOptions.IgnoreCase).IsMatch(value);
        }
        catch (WildcardPatternException)
        {
            return false;
        }
    }
}
