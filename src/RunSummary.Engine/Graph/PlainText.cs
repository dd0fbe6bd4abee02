using System.Globalization;
using System.Linq;

namespace RunSummary.Engine.Graph;

/// <summary>Makes text of the service fit for a console: one line, no control characters, not too long.</summary>
internal static class PlainText
{
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
