using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Graph;
using RunSummary.Engine.RunSummaries;
using RunSummary.Engine.Scripts;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine;

/// <summary>A signed-in session over one Graph client.</summary>
internal sealed class GraphSession(GraphClient client, SessionIdentity identity) : IEngineSession
{
    private static readonly HttpMethod Patch = new("PATCH");

    public RunSummaryContext GetContext() => identity.ToContext();

    public async Task ListScriptsAsync(
        DeviceScriptType type, Func<DeviceScript, Task> take, IEngineEvents events, CancellationToken cancellationToken)
    {
        Pager pager = new(client, ScriptAddress.List(type));
        while (await pager.NextAsync(item => DeviceScriptJson.Read(item, type), events, cancellationToken).ConfigureAwait(false) is { } page)
        {
            foreach (DeviceScript script in page)
            {
                await take(script).ConfigureAwait(false);
            }
        }
    }

    public async Task<DeviceScript> GetScriptAsync(ScriptReference script, IEngineEvents events, CancellationToken cancellationToken)
    {
        GraphRequest request = new(HttpMethod.Get, ScriptAddress.Item(script)) { IsForScript = true };
        GraphAnswer<DeviceScript> answer = await client
            .SendAsync(request, response => DeviceScriptJson.Read(GraphJson.Parse(response.Body), script.Type), events, cancellationToken)
            .ConfigureAwait(false);
        return answer.Value;
    }

    public async Task<DeviceScriptRunSummary> GetRunSummaryAsync(ScriptReference script, IEngineEvents events, CancellationToken cancellationToken)
    {
        GraphRequest request = new(HttpMethod.Get, ScriptAddress.RunSummary(script)) { IsForScript = true };
        GraphAnswer<DeviceScriptRunSummary> answer = await client
            .SendAsync(request, response => RunSummaryJson.Read(response.Body, script), events, cancellationToken)
            .ConfigureAwait(false);
        return answer.Value;
    }

    public async Task<DeviceScriptRunSummary> UpdateRunSummaryAsync(
        RunSummaryUpdate update, IEngineEvents events, CancellationToken cancellationToken)
    {
        GraphRequest request = new(Patch, ScriptAddress.RunSummary(update.Script)) { IsForScript = true, Body = RunSummaryJson.Write(update) };
        GraphAnswer<DeviceScriptRunSummary> answer = await client
            .SendAsync(request, response => RunSummaryJson.ReadUpdated(response.Body, update), events, cancellationToken)
            .ConfigureAwait(false);
        RequireKept(update.Counts, answer);
        return answer.Value;
    }

    public void Dispose() => client.Dispose();

    private static void RequireKept(RunSummaryCounts sent, GraphAnswer<DeviceScriptRunSummary> answer)
    {
        Dictionary<string, int> returned = RunSummaryCounts.Of(answer.Value).Supplied().ToDictionary(count => count.Key, count => count.Value);
        string[] changed =
        [
            .. sent.Supplied()
                .Where(count => returned[count.Key] != count.Value)
                .Select(count => Strings.WriteNotKept_Count.With(count.Key, count.Value, returned[count.Key])),
        ];
        if (changed.Length > 0)
        {
            throw new FailureException(new Failure(ErrorId.WriteNotKept, string.Join(" ", changed)) { Http = answer.Facts });
        }
    }
}
