using System;
using System.Collections.Generic;

namespace RunSummary.Engine;

/// <summary>What a report is made from.</summary>
/// <param name="Rows">The scripts in the order in which they came.</param>
/// <param name="Time">When it is made.</param>
/// <param name="TenantId">The tenant that is connected; null where none is.</param>
internal sealed record ScriptReport(IReadOnlyList<ReportRow> Rows, DateTimeOffset Time, string? TenantId);

/// <summary>A script of a report, and its counts.</summary>
internal sealed record ReportRow(ScriptReference Script, RunSummaryCounts Counts)
{
    /// <summary>The devices in the other states; null where they weren't measured.</summary>
    public MeasuredStates? Measured { get; init; }

    /// <summary>The counts that the service holds; null where they weren't compared.</summary>
    public RunSummaryCounts? Recorded { get; init; }

    /// <summary>Whether the recorded counts aren't the measured ones.</summary>
    public bool HasDrift => Recorded is not null && Recorded != Counts;

    /// <summary>The share of the devices with a result on which the script succeeded, 0 to 1; null where no device has one.</summary>
    public decimal? SuccessShare => ShareOf(Counts.SuccessDeviceCount ?? 0, Counts.ErrorDeviceCount ?? 0);

    // Rounded down to four places: 1 is said where nothing failed, and nowhere else.
    public static decimal? ShareOf(long successes, long errors) =>
        successes + errors == 0 ? null : successes * 10_000 / (successes + errors) / 10_000m;
}

/// <summary>What measuring adds to the counts of a run summary.</summary>
internal sealed record MeasuredStates(int? Pending, int? NotApplicable, int? Unknown, int? Total, DateTimeOffset? LatestState);
