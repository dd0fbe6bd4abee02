using System;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RunSummary.Engine.Graph;

/// <summary>Reads a text that may have been cut in the middle of a character.</summary>
internal static class LooseText
{
    private const string High = @"\\u[dD][89abAB][0-9a-fA-F]{2}";
    private const string Low = @"\\u[dD][c-fC-F][0-9a-fA-F]{2}";

    // An escape is one only after an even number of backslashes.
    private const string Begins = @"(?<=(?<!\\)(?:\\\\)*)";

    private static readonly Regex Halves = new($"{Begins}(?:{High}(?!{Low})|(?<!{Begins}{High}){Low})", RegexOptions.CultureInvariant);

    /// <summary>Gives the text, or null where its bytes aren't UTF-8.</summary>
    public static string? Read(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return Mended(value);
        }
    }

    private static string? Mended(JsonElement value)
    {
        try
        {
            string json = Halves.Replace(value.GetRawText(), @"\ufffd");
            using JsonDocument mended = JsonDocument.Parse(json);
            return mended.RootElement.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
