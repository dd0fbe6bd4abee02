using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using RunSummary.Resources;

namespace RunSummary.Engine.Reports;

/// <summary>Writes a report as one page that needs nothing beside it: libraries, styles and data are in it, and nothing else may be loaded.</summary>
internal static class HtmlReport
{
    private static readonly Regex Place = new(@"\{\{(\w+)\}\}", RegexOptions.CultureInvariant);

    public static void Write(ScriptReport report, Stream stream)
    {
        using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 4096, leaveOpen: true) { NewLine = "\n" };
        Dictionary<string, Func<string>> parts = Parts(report);

        // Text and the names of places take turns, so that nothing of a report is ever looked through for a place.
        string[] pieces = Place.Split(ReportAssets.Template);
        for (int i = 0; i < pieces.Length; i++)
        {
            if (i % 2 == 0)
            {
                writer.Write(pieces[i]);
            }
            else if (pieces[i] == "data")
            {
                writer.Flush();
                ReportJson.Write(report, stream, isIndented: false);
            }
            else
            {
                writer.Write(parts[pieces[i]]());
            }
        }
    }

    private static Dictionary<string, Func<string>> Parts(ScriptReport report)
    {
        ReportTotals totals = new(report);
        string style = ReportAssets.Style;
        IReadOnlyList<string> scripts = ReportAssets.Scripts;
        return new Dictionary<string, Func<string>>
        {
            ["licenses"] = () => string.Join("\n", ReportAssets.Licenses),
            ["policy"] = () => Policy(style, scripts),
            ["title"] = () => HtmlText.Encode(Strings.ReportTitle),
            ["headline"] = () => HtmlText.Encode(totals.Headline),
            ["place"] = () => PlaceOf(report),
            ["style"] = () => style,
            ["drift"] = () => HtmlText.Drift(totals),
            ["errors"] = () => HtmlText.MostErrors(totals),
            ["scripts"] = () => string.Join("\n", scripts.Select(script => $"<script>{script}</script>")),
        };
    }

    private static string PlaceOf(ScriptReport report)
    {
        string time = $"<time datetime=\"{report.Time.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\">{HtmlText.Encode(ReportText.Time(report))}</time>";
        return report.TenantId is { } tenant ? $"{HtmlText.Encode(Strings.ReportTenant.With(tenant))}, {time}" : time;
    }

    private static string Policy(string style, IReadOnlyList<string> scripts) =>
        $"default-src 'none'; script-src {string.Join(" ", scripts.Select(ReportAssets.Hash))}; style-src {ReportAssets.Hash(style)}; img-src data:; base-uri 'none'; form-action 'none'";
}
