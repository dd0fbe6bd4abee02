using System;
using System.IO;

namespace RunSummary.Engine.Reports;

/// <summary>Writes a report in any of its forms.</summary>
internal static class ReportWriter
{
    public static void Write(ScriptReport report, ReportFormat format, Stream stream)
    {
        switch (format)
        {
            case ReportFormat.Html:
                HtmlReport.Write(report, stream);
                break;
            case ReportFormat.Csv:
                CsvReport.Write(report, stream);
                break;
            case ReportFormat.Json:
                ReportJson.Write(report, stream, isIndented: true);
                break;
            case ReportFormat.Markdown:
                MarkdownReport.Write(report, stream);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, message: null);
        }
    }
}
