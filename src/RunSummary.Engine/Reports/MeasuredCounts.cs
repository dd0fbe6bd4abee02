using System;
using System.Collections.Generic;

namespace RunSummary.Engine.Reports;

/// <summary>The devices in one of the states that only measuring counts; null where the row wasn't measured.</summary>
internal sealed record MeasuredCount(string Name, string Title, Func<ReportRow, int?> Of);

/// <summary>Those states in the order of a report.</summary>
internal static class MeasuredCounts
{
    public static IReadOnlyList<MeasuredCount> All { get; } =
    [
        new(nameof(MeasuredStates.Pending), "Pending", row => row.Measured?.Pending),
        new(nameof(MeasuredStates.NotApplicable), "Not applicable", row => row.Measured?.NotApplicable),
        new(nameof(MeasuredStates.Unknown), "Unknown", row => row.Measured?.Unknown),
    ];
}
