using System.Net.Http;
using RunSummary.Engine.Graph;
using RunSummary.Engine.Scripts;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.RunSummaries;

/// <summary>Turns reads and writes of run summaries into requests, and judges what a write came to.</summary>
internal static class RunRequests
{
    private static readonly HttpMethod Patch = new("PATCH");

    public static Attempts<DeviceScriptRunSummary> ToAttempts(RunRequest request, RetryPolicy retries)
    {
        string path = ScriptAddress.RunSummary(request.Script!);
        return request.Update is { } update
            ? new(
                new GraphRequest(Patch, path) { IsForScript = true, WriteBody = json => RunSummaryJson.Write(json, update) },
                response => RunSummaryJson.ReadUpdated(response.Body, update),
                retries)
            : new(
                new GraphRequest(HttpMethod.Get, path) { IsForScript = true },
                response => RunSummaryJson.Read(response.Body, request.Script!),
                retries);
    }

    /// <summary>Gives the failure of a write whose answer holds other counts than were sent; null where it holds the same.</summary>
    public static Failure? NotKept(RunRequest request, GraphAnswer<DeviceScriptRunSummary> answer)
    {
        if (request.Update is not { } update)
        {
            return null;
        }

        RunSummaryCounts held = RunSummaryCounts.Of(answer.Value);
        return held.Only(update.Counts) == update.Counts
            ? null
            : new Failure(ErrorId.WriteNotKept, CountDifferences.Describe(update.Counts, held, Strings.WriteNotKept_Count)) { Http = answer.Facts };
    }
}
