using System;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace RunSummary.Engine.Reports;

/// <summary>Writes a report as JSON: for programs, and as the data of the page.</summary>
internal static class ReportJson
{
    // Whatever is a letter stays one; what could end a script's element, or break a line in one, is escaped.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static void Write(ScriptReport report, Stream stream, bool isIndented)
    {
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = Encoder, Indented = isIndented });
        ReportTotals totals = new(report);
        json.WriteStartObject();
        json.WriteString("time", report.Time.ToUniversalTime());
        WriteText(json, "tenantId", report.TenantId);
        json.WriteNumber("successDeviceCount", totals.SuccessDevices);
        json.WriteNumber("errorDeviceCount", totals.ErrorDevices);
        WriteShare(json, ReportRow.ShareOf(totals.SuccessDevices, totals.ErrorDevices));
        if (totals.Compared > 0)
        {
            json.WriteNumber("comparedCount", totals.Compared);
            json.WriteNumber("driftedCount", totals.Drifted.Count);
        }

        json.WriteStartArray("scripts");
        foreach (ReportRow row in report.Rows)
        {
            WriteRow(json, row);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, ReportRow row)
    {
        json.WriteStartObject();
        json.WriteString("scriptType", row.Script.Type.ToString());
        json.WriteString("scriptId", row.Script.Id);
        WriteText(json, "scriptName", row.Script.Name);
        WriteCounts(json, row.Counts, name => Camel(name));
        WriteShare(json, row.SuccessShare);
        if (row.Measured is { } measured)
        {
            foreach (MeasuredCount count in MeasuredCounts.All)
            {
                WriteNumber(json, Camel(count.Name), count.Of(row));
            }

            WriteNumber(json, "total", measured.Total);
            if (measured.LatestState is { } latest)
            {
                json.WriteString("latestState", latest.ToUniversalTime());
            }
        }

        if (row.Recorded is { } recorded)
        {
            WriteCounts(json, recorded, name => "recorded" + name);
            json.WriteBoolean("hasDrift", row.HasDrift);
        }

        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, RunSummaryCounts counts, Func<string, string> nameOf)
    {
        foreach (ReportCount count in ReportCounts.All)
        {
            WriteNumber(json, nameOf(count.Name), count.Of(counts));
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }

    private static void WriteShare(Utf8JsonWriter json, decimal? share)
    {
        if (share is { } value)
        {
            json.WriteNumber("successShare", value);
        }
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
