using System.Collections.Generic;
using System.Text;
using RunSummary.Resources;

namespace RunSummary.Engine.Reports;

/// <summary>Makes Markdown show a text as it is.</summary>
internal static class MarkdownText
{
    private static readonly HashSet<char> Special = [.. "\\`*_{}[]()#+!|~:"];

    // Between what would else become a mention of somebody, and does so behind a backslash too.
    private const string Joiner = "\u2060";

    public static string Encode(string text)
    {
        StringBuilder encoded = new();
        foreach (char character in PlainText.Of(text))
        {
            encoded.Append(character switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '@' => "@" + Joiner,
                _ when IsSpecial(character, encoded) => "\\" + character,
                _ => character.ToString(),
            });
        }

        return encoded.ToString().Trim();
    }

    // Dashes and dots mean something at the beginning of a line or in an address alone, and are in many names.
    private static bool IsSpecial(char character, StringBuilder before) => character switch
    {
        '-' => before.Length == 0,
        '.' => before.Length > 0 && (before[before.Length - 1] is 'w' or 'W' || char.IsDigit(before[before.Length - 1])),
        _ => Special.Contains(character),
    };
}
