using System.Globalization;
using System.Linq;

namespace RunSummary.Resources;

/// <summary>Makes text of the service fit for a console: one line, no control characters, not too long.</summary>
internal static class PlainText
{
    private const int ShownCharacters = 80;

    /// <summary>Gives a value of the input for a message.</summary>
    public static string Shown(string text) => OneLine(text, ShownCharacters);

    public static string OneLine(string text, int maximumLength)
    {
        string line = new([.. text.Select(character => IsPlain(character) ? character : ' ')]);
        if (line.Length <= maximumLength)
        {
            return line.Trim();
        }

        int length = char.IsHighSurrogate(line[maximumLength - 1]) ? maximumLength - 1 : maximumLength;
        return line.Substring(0, length).Trim() + "…";
    }

    // Formats change the direction of text, and separators break lines.
    private static bool IsPlain(char character) => char.GetUnicodeCategory(character) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
