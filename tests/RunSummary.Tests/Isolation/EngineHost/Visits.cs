using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine;
using RunSummary.Errors;

namespace RunSummary.EngineHost;

/// <summary>Goes in by each way, finds a script and updates its summary, over the port alone.</summary>
internal static class Visits
{
    private const string Name = "Install Company Portal";

    public static async Task PayAsync(Arguments arguments, Facts facts)
    {
        int count = 0;
        foreach (KeyValuePair<string, SignIn> way in SignIns.Of(arguments))
        {
            count++;
            try
            {
                using IEngineSession session = await ConnectAsync(arguments, way.Value).ConfigureAwait(false);
                RunOutcome outcome = await UpdateAsync(session, await FindAsync(session).ConfigureAwait(false), count).ConfigureAwait(false);
                facts.Add("outcome", way.Key, outcome.Summary?.SuccessDeviceCount, outcome.Failure);
            }
            catch (FailureException exception)
            {
                facts.Add("outcome", way.Key, exception.Failure.Id, exception.Message);
            }
        }
    }

    private static Task<IEngineSession> ConnectAsync(Arguments arguments, SignIn signIn)
    {
        ConnectRequest request = new(signIn)
        {
            GraphEndpoint = new Uri(arguments.Value("Graph")),
            Authority = new Uri(arguments.Value("Authority")),
            WriteLimit = 95,
            MaximumRetryCount = 0,
        };
        return EnginePort.Engine.ConnectAsync(request, NoEvents.Instance, CancellationToken.None);
    }

    private static async Task<ScriptReference> FindAsync(IEngineSession session)
    {
        List<DeviceScript> scripts = [];
        await session.ListScriptsAsync(DeviceScriptType.Shell, Take, NoEvents.Instance, CancellationToken.None).ConfigureAwait(false);
        return new ScriptReference(DeviceScriptType.Shell, Guid.Parse(scripts.Single(script => script.DisplayName == Name).ScriptId), Name);

        Task Take(DeviceScript script)
        {
            scripts.Add(script);
            return Task.CompletedTask;
        }
    }

    private static async Task<RunOutcome> UpdateAsync(IEngineSession session, ScriptReference script, int count)
    {
        List<RunOutcome> outcomes = [];
        (IRunSummaryRun run, Task work) = session.StartRun(new RunOptions(1), outcomes.Add, NoEvents.Instance, CancellationToken.None);
        RunSummaryUpdate update = new(script, new RunSummaryCounts(null, null, count, null), RunSummaryId: null);
        run.Add(new RunRequest(update, new ErrorSubject(script.ToString(), script, ErrorScope.Command)) { Script = script });
        run.Complete();
        await work.ConfigureAwait(false);
        return outcomes.Single();
    }
}
