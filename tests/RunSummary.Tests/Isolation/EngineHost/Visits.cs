using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine;
using RunSummary.Errors;

namespace RunSummary.EngineHost;

/// <summary>Goes in by a way, finds a script and updates its summary, over the port alone.</summary>
internal sealed class Visits(Arguments arguments, Facts facts)
{
    private const string Name = "Install Company Portal";
    private int _count;

    /// <summary>Does so where the argument names a way in.</summary>
    public async Task PayAsync(string way, string value)
    {
        if (SignIns.Create(arguments, way, value) is not { } signIn)
        {
            return;
        }

        _count++;
        try
        {
            using IEngineSession session = await ConnectAsync(signIn).ConfigureAwait(false);
            RunOutcome outcome = await UpdateAsync(session, await FindAsync(session).ConfigureAwait(false), _count).ConfigureAwait(false);
            facts.Add("outcome", way, outcome.Summary?.SuccessDeviceCount, outcome.Failure);
        }
        catch (FailureException exception)
        {
            facts.Add("outcome", way, exception.Failure.Id, exception.Message);
        }
    }

    private Task<IEngineSession> ConnectAsync(SignIn signIn)
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
