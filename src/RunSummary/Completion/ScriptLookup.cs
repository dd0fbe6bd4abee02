using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Binding;
using RunSummary.Engine;

namespace RunSummary.Completion;

/// <summary>Finds the tenant's scripts for completers: as many as the service gives in the time that a person waits for a tab.</summary>
internal static class ScriptLookup
{
    /// <summary>Gives the scripts of the session and the families that are typed already. Where that fails, there are none.</summary>
    public static IReadOnlyCollection<DeviceScript> Find(IDictionary parameters)
    {
        ConcurrentQueue<DeviceScript> scripts = new();
        RunSummarySession? session = InputProperties.Plain(parameters["Session"]) as RunSummarySession;
        IEnumerable<DeviceScriptType> types = TypesIn(parameters["ScriptType"]);
        Patience.Try(cancel => ReadAsync(session, types, scripts, cancel));
        return [.. scripts];
    }

    // What is typed so far may be no family yet.
    private static IEnumerable<DeviceScriptType> TypesIn(object? typed) =>
        ScriptFamily.TypesIn(LanguagePrimitives.TryConvertTo(typed, out DeviceScriptType[] named) && named is not null ? named : []);

    private static async Task ReadAsync(
        RunSummarySession? session, IEnumerable<DeviceScriptType> types, ConcurrentQueue<DeviceScript> scripts, CancellationToken cancel)
    {
        using SessionLease lease = DefaultSession.Acquire(session);
        foreach (DeviceScriptType type in types)
        {
            await lease.Engine.ListScriptsAsync(type, Take, NoEvents.Instance, cancel).ConfigureAwait(false);
        }

        Task Take(DeviceScript script)
        {
            scripts.Enqueue(script);
            return Task.CompletedTask;
        }
    }
}
