using System.Globalization;

namespace RunSummary.Benchmarks;

/// <summary>How many times each contender is measured.</summary>
internal static class Rounds
{
    public const int Default = 21;

    private const int Fewest = 9;

    /// <summary>Reads a number of rounds that is enough for a median.</summary>
    public static bool TryParse(string text, out int rounds) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out rounds) && rounds >= Fewest;
}
