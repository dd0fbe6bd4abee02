using System.Globalization;
using System.Linq;

namespace RunSummary.Resources;

/// <summary>Makes text of the service fit for a console: one line, no control characters, not too long.</summary>
internal static class PlainText
{
    private const int ShownCharacters = 80;

    /// <summary>Gives a value of the input for a message.</summary>
    public static string Shown(string text) => OneLine(text, ShownCharacters);

    /// <summary>Puts a blank for each character that isn't to be shown but does something.</summary>
    public static string Of(string text) => new([.. text.Select(character => IsPlain(character) ? character : ' ')]);

    public static string OneLine(string text, int maximumLength)
    {
        string line = Of(text);
        if (line.Length <= maximumLength)
        {
            return line.Trim();
        }

        int length = char.IsHighSurrogate(line[maximumLength - 1]) ? maximumLength - 1 : maximumLength;
        return line.Substring(0, length).Trim() + "…";
    }

    // Formats change the direction of text, and separators break lines. Joiners, as in emoji, and marks of direction belong to names.
    private static bool IsPlain(char character) => character is >= '\u200C' and <= '\u200F' || char.GetUnicodeCategory(character) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
