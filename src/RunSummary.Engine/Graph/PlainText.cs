using System.Linq;

namespace RunSummary.Engine.Graph;

/// <summary>Makes text of the service fit for a console: one line, no control characters, not too long.</summary>
internal static class PlainText
{
    public static string OneLine(string text, int maximumLength)
    {
        string line = new([.. text.Select(character => char.IsControl(character) ? ' ' : character)]);
        return line.Length <= maximumLength ? line.Trim() : line.Substring(0, maximumLength).Trim() + "…";
    }
}
