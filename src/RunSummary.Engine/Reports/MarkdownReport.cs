using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using RunSummary.Resources;

namespace RunSummary.Engine.Reports;

/// <summary>Writes a report as Markdown: the scripts with the smallest share of successes first.</summary>
internal static class MarkdownReport
{
    public static void Write(ScriptReport report, Stream stream)
    {
        using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 4096, leaveOpen: true) { NewLine = "\n" };
        ReportTotals totals = new(report);
        writer.WriteLine($"# {Strings.ReportTitle}");
        Paragraph(writer, $"**{totals.Headline}.**");
        Paragraph(writer, report.TenantId is { } tenant
            ? $"{Strings.ReportTenant.With(MarkdownText.Encode(tenant))}, {ReportText.Time(report)}"
            : ReportText.Time(report));
        WriteDrift(writer, totals);
        WriteMostErrors(writer, totals);
        WriteScripts(writer, totals);
    }

    private static void WriteDrift(StreamWriter writer, ReportTotals totals)
    {
        if (totals.Drift is not { } drift)
        {
            return;
        }

        Paragraph(writer, $"## {Strings.ReportDrift_Title}");
        Paragraph(writer, drift);
        foreach ((ReportRow row, int index) in totals.Drifted.Select((row, index) => (row, index)))
        {
            WriteItem(writer, index, row, ReportText.Drift(row));
        }
    }

    private static void WriteMostErrors(StreamWriter writer, ReportTotals totals)
    {
        if (totals.Scripts == 0)
        {
            return;
        }

        Paragraph(writer, $"## {Strings.ReportErrors_Title}");
        if (totals.MostErrors.Count == 0)
        {
            Paragraph(writer, Strings.ReportErrors_None);
        }

        foreach ((ReportRow row, int index) in totals.MostErrors.Select((row, index) => (row, index)))
        {
            WriteItem(writer, index, row, ReportText.Errors(row));
        }
    }

    private static void WriteScripts(StreamWriter writer, ReportTotals totals)
    {
        if (totals.Scripts == 0)
        {
            return;
        }

        Paragraph(writer, $"## {Strings.ReportScripts_Title}");
        List<MeasuredCount> measured = [.. MeasuredCounts.All.Where(count => totals.WorstFirst.Any(row => count.Of(row) is not null))];
        Paragraph(writer, $"| Script | Type | Success | Devices OK | Devices with error | Users OK | Users with error |{string.Concat(measured.Select(count => $" {count.Title} |"))}");
        writer.WriteLine($"|---|---|--:|--:|--:|--:|--:|{string.Concat(measured.Select(_ => "--:|"))}");
        foreach (ReportRow row in totals.WorstFirst)
        {
            IEnumerable<int?> counts = [.. ReportCounts.All.Select(count => count.Of(row.Counts)), .. measured.Select(count => count.Of(row))];
            writer.WriteLine($"| {MarkdownText.Encode(ReportText.Name(row))} | {row.Script.Type} | {ReportText.Share(row)} | {string.Join(" | ", counts.Select(ReportText.Number))} |");
        }
    }

    private static void WriteItem(StreamWriter writer, int index, ReportRow row, string text)
    {
        if (index == 0)
        {
            writer.WriteLine();
        }

        writer.WriteLine($"- {MarkdownText.Encode(ReportText.Name(row))}: {text}");
    }

    private static void Paragraph(StreamWriter writer, string text)
    {
        writer.WriteLine();
        writer.WriteLine(text);
    }
}
