using System.Globalization;

namespace RunSummary.Resources;

/// <summary>Fills in a text of Strings.resx, the same in every culture.</summary>
internal static class TextFormat
{
    public static string With(this string format, params object?[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, format, arguments);
}
