using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace RunSummary.Engine.Reports;

/// <summary>Writes a report as CSV, with the names of PowerShell's properties, so that it can be piped in again.</summary>
internal static class CsvReport
{
    private static readonly char[] ToQuote = [',', '"', '\r', '\n'];

    public static void Write(ScriptReport report, Stream stream)
    {
        // With a byte order mark: without it Excel takes UTF-8 for the code page of the machine.
        using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 4096, leaveOpen: true) { NewLine = "\r\n" };
        List<(string Name, Func<ReportRow, string> Of)> columns = Columns(report);
        writer.WriteLine(string.Join(",", columns.Select(column => column.Name)));
        foreach (ReportRow row in report.Rows)
        {
            writer.WriteLine(string.Join(",", columns.Select(column => Quoted(column.Of(row)))));
        }
    }

    private static List<(string Name, Func<ReportRow, string> Of)> Columns(ScriptReport report)
    {
        List<(string, Func<ReportRow, string>)> columns =
        [
            ("ScriptType", row => row.Script.Type.ToString()),
            ("ScriptId", row => row.Script.Id.ToString()),
            ("ScriptName", row => Harmless(row.Script.Name ?? "")),
            .. ReportCounts.All.Select(count => Column(count.Name, row => count.Of(row.Counts))),
            ("SuccessShare", row => row.SuccessShare?.ToString("0.####", CultureInfo.InvariantCulture) ?? ""),
        ];
        if (report.Rows.Any(row => row.Measured is not null))
        {
            columns.AddRange(
            [
                .. MeasuredCounts.All.Select(count => Column(count.Name, count.Of)),
                Column(nameof(MeasuredStates.Total), row => row.Measured?.Total),
                (nameof(MeasuredStates.LatestState), row => row.Measured?.LatestState?.UtcDateTime.ToString("o", CultureInfo.InvariantCulture) ?? ""),
            ]);
        }

        if (report.Rows.Any(row => row.Recorded is not null))
        {
            columns.AddRange(ReportCounts.All.Select(count => Column("Recorded" + count.Name, row => row.Recorded is { } recorded ? count.Of(recorded) : null)));
            columns.AddRange(ReportCounts.All.Select(count =>
                Column(count.Name + "Difference", row => row.Recorded is { } recorded ? count.Of(row.Counts) - count.Of(recorded) : null)));
            columns.Add(("HasDrift", row => row.Recorded is null ? "" : row.HasDrift.ToString()));
        }

        return columns;
    }

    private static (string Name, Func<ReportRow, string> Of) Column(string name, Func<ReportRow, int?> number) =>
        (name, row => number(row)?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>Keeps a spreadsheet from taking a text for a formula.</summary>
    private static string Harmless(string text) => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n') ? "'" + text : text;

    private static string Quoted(string cell) => cell.IndexOfAny(ToQuote) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"")}\"";
}
