using System.Collections.Generic;
using System.Linq;
using RunSummary.Engine.Graph;
using RunSummary.Resources;

namespace RunSummary.Engine.Bulk;

/// <summary>Words for a batch: its size, how many items had which status, and the ids that support asks for.</summary>
internal static class BatchText
{
    public static string Describe(Exchange exchange, IReadOnlyList<GraphResponse?> answers)
    {
        string statuses = string.Join(", ", answers
            .GroupBy(answer => answer?.StatusCode)
            .OrderBy(status => status.Key)
            .Select(status => $"{status.Count()} × {status.Key?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Strings.NoAnswer}"));
        string ids = string.Join(", ", answers.Where(answer => answer is { IsSuccess: false }).Select(answer => answer!.RequestId).Prepend(exchange.Response.RequestId));
        return Strings.BatchLine.With(answers.Count, statuses, exchange.Elapsed.TotalMilliseconds, ids);
    }
}
