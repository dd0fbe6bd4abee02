using System;
using System.Globalization;
using System.Net.Http.Headers;

namespace RunSummary.Engine.Graph;

/// <summary>Reads how long the service asks to wait, in seconds or as an HTTP date.</summary>
internal static class RetryAfter
{
    public static TimeSpan? Read(HttpResponseHeaders headers) => headers.RetryAfter switch
    {
        { Delta: { } delta } => NotNegative(delta),
        { Date: { } date } => Until(date, headers.Date),
        _ => null,
    };

    /// <summary>Reads the same from text, as an item of a batch has it, and as Intune nests it in its errors.</summary>
    public static TimeSpan? Parse(string? text, DateTimeOffset? now)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds))
        {
            return seconds is >= 0 and <= int.MaxValue ? TimeSpan.FromSeconds(seconds) : null;
        }

        if (TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out TimeSpan time))
        {
            return NotNegative(time);
        }

        return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset date)
            ? Until(date, now)
            : null;
    }

    // The service's own clock, where it says it, so that ours may be wrong.
    private static TimeSpan Until(DateTimeOffset date, DateTimeOffset? now) => NotNegative(date - (now ?? DateTimeOffset.UtcNow));

    private static TimeSpan NotNegative(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
}
