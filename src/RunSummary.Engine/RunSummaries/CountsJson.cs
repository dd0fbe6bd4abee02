using System.Collections.Generic;
using System.Text.Json;
using RunSummary.Engine.Graph;

namespace RunSummary.Engine.RunSummaries;

/// <summary>Counts as properties of a JSON object, named as Microsoft Graph names them. What isn't supplied is left out.</summary>
internal static class CountsJson
{
    private static readonly Dictionary<string, string> GraphNames = new()
    {
        [nameof(RunSummaryCounts.ErrorDeviceCount)] = "errorDeviceCount",
        [nameof(RunSummaryCounts.ErrorUserCount)] = "errorUserCount",
        [nameof(RunSummaryCounts.SuccessDeviceCount)] = "successDeviceCount",
        [nameof(RunSummaryCounts.SuccessUserCount)] = "successUserCount",
    };

    public static void Write(Utf8JsonWriter json, RunSummaryCounts counts)
    {
        foreach (KeyValuePair<string, int> count in counts.Supplied())
        {
            json.WriteNumber(GraphNames[count.Key], count.Value);
        }
    }

    /// <exception cref="AnswerException">A count is no whole number.</exception>
    public static RunSummaryCounts Read(JsonElement json) => RunSummaryCounts.Read(name => json.Number(GraphNames[name]));
}
