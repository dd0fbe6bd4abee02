using System;
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
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <summary>Gives the scripts of the session and the families that are typed already. Where that fails, there are none.</summary>
    public static IReadOnlyCollection<DeviceScript> Find(IDictionary parameters)
    {
        ConcurrentQueue<DeviceScript> scripts = new();
        using CancellationTokenSource patience = new(Patience);
        RunSummarySession? session = InputProperties.Plain(parameters["Session"]) as RunSummarySession;
        IEnumerable<DeviceScriptType> types = TypesIn(parameters["ScriptType"]);
        Task.Run(() => ReadAsync(session, types, scripts, patience.Token)).Wait(Patience);
        patience.Cancel();
        return [.. scripts];
    }

    // What is typed so far may be no family yet.
    private static IEnumerable<DeviceScriptType> TypesIn(object? typed) =>
        ScriptFamily.TypesIn(LanguagePrimitives.TryConvertTo(typed, out DeviceScriptType[] named) && named is not null ? named : []);

    private static async Task ReadAsync(
        RunSummarySession? session, IEnumerable<DeviceScriptType> types, ConcurrentQueue<DeviceScript> scripts, CancellationToken cancel)
    {
        try
        {
            using SessionLease lease = DefaultSession.Acquire(session);
            foreach (DeviceScriptType type in types)
            {
                await lease.Engine.ListScriptsAsync(type, Take, NoEvents.Instance, cancel).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // A completion that fails offers nothing and says nothing.
        catch (Exception)
#pragma warning restore CA1031
        {
            return;
        }

        Task Take(DeviceScript script)
        {
            scripts.Enqueue(script);
            return Task.CompletedTask;
        }
    }
}
