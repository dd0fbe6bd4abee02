using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using RunSummary.Resources;

namespace RunSummary.Engine.Reports;

/// <summary>The parts of a page that are there without scripts, such as in the preview of a mail.</summary>
internal static class HtmlText
{
    private const int Shown = 10;

    public static string Encode(string text) => WebUtility.HtmlEncode(PlainText.Of(text));

    public static string Drift(ReportTotals totals) => totals.Drift is { } drift
        ? Section("drift-title", Strings.ReportDrift_Title, drift, totals.Drifted, ReportText.Drift)
        : "";

    public static string MostErrors(ReportTotals totals) => totals.Scripts == 0 ? "" : Section(
        "errors-title",
        Strings.ReportErrors_Title,
        totals.MostErrors.Count == 0 ? Strings.ReportErrors_None : null,
        totals.MostErrors,
        ReportText.Errors);

    private static string Section(string id, string title, string? text, IReadOnlyList<ReportRow> rows, Func<ReportRow, string> say)
    {
        StringBuilder section = new($"<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{Encode(title)}</h2>\n");
        if (text is not null)
        {
            section.Append("<p class=\"note\">").Append(Encode(text)).Append("</p>\n");
        }

        if (rows.Count > 0)
        {
            IEnumerable<string> items = rows.Take(Shown).Select(row => $"<li><bdi>{Encode(ReportText.Name(row))}</bdi>: {Encode(say(row))}</li>\n");
            section.Append("<ul>\n").Append(string.Concat(items)).Append("</ul>\n");
        }

        if (rows.Count > Shown)
        {
            section.Append("<p>").Append(Encode(Strings.ReportMore.With(rows.Count - Shown))).Append("</p>\n");
        }

        return section.Append("</section>").ToString();
    }
}
