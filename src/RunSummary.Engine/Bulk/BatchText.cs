using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using RunSummary.Engine.Graph;
using RunSummary.Resources;

namespace RunSummary.Engine.Bulk;

/// <summary>Words for a batch: its size and kind, how many items had which status, and the ids that support asks for.</summary>
internal static class BatchText
{
    public static string Describe(HttpMethod method, Exchange exchange, IReadOnlyList<GraphResponse?> answers) => Strings.BatchLine.With(
        answers.Count, method, Statuses(answers), exchange.Elapsed.TotalMilliseconds, exchange.Response.RequestId, Failed(exchange, answers));

    private static string Statuses(IEnumerable<GraphResponse?> answers) => string.Join(", ", answers
        .GroupBy(answer => answer?.StatusCode)
        .OrderBy(status => status.Key)
        .Select(status => $"{status.Count()} × {status.Key?.ToString(CultureInfo.InvariantCulture) ?? Strings.NoAnswer}"));

    private static string Failed(Exchange exchange, IEnumerable<GraphResponse?> answers)
    {
        // A batch that is refused as a whole has an id for itself only.
        string[] ids = [.. answers.Where(answer => answer is { IsSuccess: false, RequestId: not null }).Select(answer => answer!.RequestId!)
            .Except([exchange.Response.RequestId!])];
        return ids.Length > 0 ? Strings.BatchLineFailed.With(string.Join(", ", ids)) : "";
    }
}
