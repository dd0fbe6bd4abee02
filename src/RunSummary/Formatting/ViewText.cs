using System;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Security;

namespace RunSummary.Formatting;

/// <summary>
/// What the views of RunSummary.Format.ps1xml show beyond plain properties. Colour is left to PowerShell 7, which takes
/// it out again where <c>$PSStyle.OutputRendering</c> or the host doesn't want it; Windows PowerShell gets plain text.
/// </summary>
public static class ViewText
{
    private const int Cells = 8;
    private const string Green = "\u001b[32m";
    private const string Red = "\u001b[31m";
    private const string Yellow = "\u001b[33m";
    private const string Reset = "\u001b[0m";

    private static readonly bool HasStyle = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle") is not null;

    /// <summary>
    /// Draws the share of successes as a bar of eight cells and a percentage. Both are rounded down, so that a full bar
    /// means no failure at all.
    /// </summary>
    /// <param name="succeeded">How many succeeded.</param>
    /// <param name="failed">How many failed.</param>
    /// <returns>The bar, or nothing where there is nothing to share out.</returns>
    public static string SuccessBar(int? succeeded, int? failed)
    {
        long total = (long)(succeeded ?? 0) + (failed ?? 0);
        if (total == 0)
        {
            return "";
        }

        int filled = (int)((succeeded ?? 0) * (long)Cells / total);
        (char good, char rest) = ShowsUnicode() ? ('█', '░') : ('#', '.');
        string bar = Colour(new string(good, filled), Green) + Colour(new string(rest, Cells - filled), Red);
        return $"{bar} {(succeeded ?? 0) * 100L / total,3}%";
    }

    /// <summary>Gives a count, and marks it where the record says something else.</summary>
    /// <param name="recorded">What the record says; null where it says nothing.</param>
    /// <param name="measured">What the devices and users reported.</param>
    /// <returns>The count alone, or the recorded one, an arrow and the measured one.</returns>
    public static string Drift(int? recorded, int? measured) =>
        recorded == measured ? $"{measured}" : Colour($"{Known(recorded)} {(ShowsUnicode() ? "→" : "->")} {Known(measured)}", Yellow);

    private static string Known(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "?";

    private static string Colour(string text, string colour) => HasStyle && text.Length > 0 ? colour + text + Reset : text;

    private static bool ShowsUnicode()
    {
        try
        {
            // UTF-8, UTF-16 and UTF-32. By number, since .NET wraps the console's encoding in a type of its own.
            return Console.OutputEncoding.CodePage is 65001 or 1200 or 1201 or 12000 or 12001;
        }
        catch (Exception exception) when (exception is IOException or SecurityException or PlatformNotSupportedException)
        {
            return false; // A host without a console.
        }
    }
}
