using System;
using System.Collections.Generic;
using System.Linq;
using RunSummary.Resources;

namespace RunSummary.Engine.Reports;

/// <summary>What a report says of all its scripts together.</summary>
internal sealed class ReportTotals
{
    private const int MostErrorsCount = 10;

    public ReportTotals(ScriptReport report)
    {
        Scripts = report.Rows.Count;
        SuccessDevices = report.Rows.Sum(row => (long)(row.Counts.SuccessDeviceCount ?? 0));
        ErrorDevices = report.Rows.Sum(row => (long)(row.Counts.ErrorDeviceCount ?? 0));
        Compared = report.Rows.Count(row => row.Recorded is not null);
        Drifted = [.. report.Rows.Where(row => row.HasDrift).OrderByDescending(DriftOf).ThenBy(Name, StringComparer.OrdinalIgnoreCase)];
        WorstFirst = [.. report.Rows.OrderBy(row => row.SuccessShare ?? 2).ThenBy(Name, StringComparer.OrdinalIgnoreCase)];
        MostErrors =
        [
            .. report.Rows.Where(row => row.Counts.ErrorDeviceCount > 0 || row.Counts.ErrorUserCount > 0)
                .OrderByDescending(row => row.Counts.ErrorDeviceCount ?? 0)
                .ThenByDescending(row => row.Counts.ErrorUserCount ?? 0)
                .ThenBy(Name, StringComparer.OrdinalIgnoreCase)
                .Take(MostErrorsCount),
        ];
    }

    public int Scripts { get; }

    public long SuccessDevices { get; }

    public long ErrorDevices { get; }

    public int Compared { get; }

    /// <summary>The scripts with drift, those with the largest difference of a count first.</summary>
    public IReadOnlyList<ReportRow> Drifted { get; }

    /// <summary>All scripts, those with the smallest share of successes first and those without a result last.</summary>
    public IReadOnlyList<ReportRow> WorstFirst { get; }

    /// <summary>The scripts with errors, on the most devices first, and for the most users where the devices are as many.</summary>
    public IReadOnlyList<ReportRow> MostErrors { get; }

    public string Headline
    {
        get
        {
            string scripts = Scripts switch
            {
                0 => Strings.ReportHeadline_None,
                1 => Strings.ReportHeadline_One,
                _ => Strings.ReportHeadline_Many.With(Scripts),
            };
            return Scripts == 0 ? scripts
                : SuccessDevices + ErrorDevices == 0 ? Strings.ReportHeadline_NoResults.With(scripts)
                : SuccessDevices + ErrorDevices == 1 ? Strings.ReportHeadline_OneResult.With(scripts, ReportText.Share(SuccessDevices, ErrorDevices))
                : Strings.ReportHeadline.With(scripts, ReportText.Share(SuccessDevices, ErrorDevices), SuccessDevices + ErrorDevices);
        }
    }

    /// <summary>What to say of drift; null where nothing was compared.</summary>
    public string? Drift => Compared == 0 ? null
        : Drifted.Count == 0 ? Strings.ReportDrift_None.With(Compared)
        : Drifted.Count == 1 ? Strings.ReportDrift_One.With(Compared)
        : Strings.ReportDrift.With(Drifted.Count, Compared);

    private static long DriftOf(ReportRow row) =>
        ReportCounts.All.Max(count => Math.Abs((long)(count.Of(row.Counts) ?? 0) - (count.Of(row.Recorded!) ?? 0)));

    private static string Name(ReportRow row) => ReportText.Name(row);
}
