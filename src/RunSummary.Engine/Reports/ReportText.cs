using System.Globalization;
using System.Linq;
using RunSummary.Resources;

namespace RunSummary.Engine.Reports;

/// <summary>Words for the values of a report, not yet encoded for any form.</summary>
internal static class ReportText
{
    public const string None = "–";

    public static string Name(ReportRow row) => row.Script.Name ?? row.Script.Id.ToString();

    public static string Number(int? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? None;

    public static string Share(ReportRow row) => Share(row.Counts.SuccessDeviceCount ?? 0, row.Counts.ErrorDeviceCount ?? 0);

    /// <summary>Gives a share in percent, rounded down: 100 % is said where nothing failed, and nowhere else.</summary>
    public static string Share(long successes, long errors) => successes + errors == 0
        ? None
        : (successes * 1000 / (successes + errors) / 10m).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>Gives the errors on devices and of users: <c>2 devices with error, 1 user with error, 75.0 % succeeded</c>.</summary>
    public static string Errors(ReportRow row)
    {
        int devices = row.Counts.ErrorDeviceCount ?? 0;
        string[] errors = [.. Errors(devices, Strings.ReportErrors_OneDevice, Strings.ReportErrors_Devices), .. Errors(row.Counts.ErrorUserCount ?? 0, Strings.ReportErrors_OneUser, Strings.ReportErrors_Users)];
        string text = string.Join(", ", errors);

        // The share is of devices, and says nothing of users.
        return devices == 0 ? text : Strings.ReportErrors_Of.With(text, Share(row));
    }

    public static string Time(ScriptReport report) => Strings.ReportTime.With(report.Time.UtcDateTime);

    /// <summary>Gives the counts that have drifted, as the page does too: <c>devices OK 412 → 118</c>.</summary>
    public static string Drift(ReportRow row) =>
        string.Join(", ", ReportCounts.All
            .Where(count => row.HasDrift && count.Of(row.Counts) != count.Of(row.Recorded!))
            .Select(count => $"{count.Words} {Number(count.Of(row.Recorded!))} → {Number(count.Of(row.Counts))}"));

    private static string[] Errors(int count, string one, string many) => count switch
    {
        0 => [],
        1 => [one],
        _ => [many.With(count)],
    };
}
