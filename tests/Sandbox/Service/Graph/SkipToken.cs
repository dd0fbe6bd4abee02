using System;
using System.Globalization;
using System.Text;

namespace RunSummary.Sandbox.Service;

/// <summary>The place in a list after which a page starts, and which page it is, from 1.</summary>
internal readonly record struct SkipToken(long After, int Page)
{
    public static readonly SkipToken Start = new(0, 1);

    public static SkipToken Parse(string token)
    {
        byte[] bytes = new byte[64];
        if (Convert.TryFromBase64String(token, bytes, out int length)
            && Encoding.ASCII.GetString(bytes, 0, length).Split(':') is ["place", string place, .. var rest]
            && long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out long after))
        {
            return rest is [string number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int page)
                ? new SkipToken(after, page)
                : Start with { After = after };
        }

        throw Invalid();
    }

    public static RefusalException Invalid() => GraphErrors.InvalidQuery("Skip token is not valid.");

    /// <summary>The token of the page after this one, as a query holds it.</summary>
    public string Next(long after) =>
        Uri.EscapeDataString(Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"place:{after}:{Page + 1}"))));
}
