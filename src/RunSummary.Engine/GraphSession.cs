using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Bulk;
using RunSummary.Engine.Graph;
using RunSummary.Engine.Journal;
using RunSummary.Engine.RunStates;
using RunSummary.Engine.Scripts;

namespace RunSummary.Engine;

/// <summary>A signed-in session over one Graph client.</summary>
internal sealed class GraphSession(GraphClient client, ITokenSource tokens, WriteRefusals refusals, SessionIdentity identity) : IEngineSession
{
    private readonly StateReader _states = new(client);

    public int WriteLimit => client.Pace.Writes.Limit;

    public TimeSpan TimeToWrite(int count) => client.Pace.Writes.TimeFor(count);

    public RunSummaryContext GetContext() => identity.ToContext();

    public Task SignOutAsync(CancellationToken cancellationToken) => tokens.SignOutAsync(cancellationToken);

    public async Task ListScriptsAsync(
        DeviceScriptType type, Func<DeviceScript, Task> take, IEngineEvents events, CancellationToken cancellationToken)
    {
        Pager pager = new(client, new GraphRequest(HttpMethod.Get, ScriptAddress.List(type)));
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

    public IReadOnlyList<RestorePoint> ReadRestorePoints(string path, Guid? runId, IEngineEvents events) =>
        RestorePoints.Read(path, runId, GetContext(), events);

    public (IRunSummaryRun Run, Task Work) StartRun(
        RunOptions options, Action<RunOutcome> take, IEngineEvents events, CancellationToken cancellationToken)
    {
        RunJournal? journal = options.JournalPath is { } path
            ? RunJournal.Open(path, options.Resume, GetContext(), events)
            : null;
        BulkRun run = new(client, refusals, journal, options, take, events, cancellationToken);
        return (run, run.WorkAsync());
    }

    public Task ListRunStatesAsync(
        StateRequest request, Func<IReadOnlyList<object>, Task> take, IEngineEvents events, CancellationToken cancellationToken) =>
        _states.ListAsync(request, take, events, cancellationToken);

    public (IRunSummaryRun Run, Task Work) StartMeasuring(
        MeasureOptions options, Action<RunOutcome> take, IEngineEvents events, CancellationToken cancellationToken)
    {
        Measuring measuring = new(client, _states);
        MeasureRun run = new(
            options.ThrottleLimit,
            async script => options.Compare
                ? await measuring.CompareAsync(script, events, cancellationToken).ConfigureAwait(false)
                : await measuring.MeasureAsync(script, events, cancellationToken).ConfigureAwait(false),
            take,
            cancellationToken);
        return (run, run.WorkAsync());
    }

    public void Dispose()
    {
        client.Dispose();
        tokens.Dispose();
    }
}
