using System;
using System.Collections.Generic;

namespace RunSummary.Engine.Reports;

/// <summary>One of the four counts, to go through all of them in one order.</summary>
internal sealed record ReportCount(string Name, string Words, Func<RunSummaryCounts, int?> Of);

/// <summary>The four counts in the order of a report.</summary>
internal static class ReportCounts
{
    public static IReadOnlyList<ReportCount> All { get; } =
    [
        new(nameof(RunSummaryCounts.SuccessDeviceCount), "devices OK", counts => counts.SuccessDeviceCount),
        new(nameof(RunSummaryCounts.ErrorDeviceCount), "devices with error", counts => counts.ErrorDeviceCount),
        new(nameof(RunSummaryCounts.SuccessUserCount), "users OK", counts => counts.SuccessUserCount),
        new(nameof(RunSummaryCounts.ErrorUserCount), "users with error", counts => counts.ErrorUserCount),
    ];
}
