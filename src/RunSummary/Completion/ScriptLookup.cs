using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Binding;
using RunSummary.Engine;

namespace RunSummary.Completion;

/// <summary>Finds the tenant's scripts for completers: as many as the service gives in the time that a person waits for a tab.</summary>
internal static class ScriptLookup
{
    /// <summary>Gives the scripts of the session and the families that are typed already. Where that fails, there are none.</summary>
    public static IReadOnlyCollection<DeviceScript> Find(CommandAst command, IDictionary parameters)
    {
        ConcurrentQueue<DeviceScript> scripts = new();
        RunSummarySession? session = InputProperties.Plain(parameters["Session"]) as RunSummarySession;
        DeviceScriptType[] types = [.. TypesIn(parameters["ScriptType"]).Where(IsNamedBy(command))];
        Patience.Try(cancel => ReadAsync(session, types, scripts, cancel));
        return [.. scripts];
    }

    // What is typed so far may be no family yet.
    private static IEnumerable<DeviceScriptType> TypesIn(object? typed) =>
        ScriptFamily.TypesIn(LanguagePrimitives.TryConvertTo(typed, out DeviceScriptType[] named) && named is not null ? named : []);

    /// <summary>Whether a family is that of the Graph SDK's name for the id, where that is what is typed, be it shortened.</summary>
    private static Func<DeviceScriptType, bool> IsNamedBy(CommandAst command)
    {
        ScriptFamily[][] typed =
        [
            .. command.CommandElements
                .OfType<CommandParameterAst>()
                .Select(parameter => ScriptFamily.All.Where(family => Begins(family.IdName, parameter.ParameterName)).ToArray()),
        ];
        ScriptFamily? only = typed.FirstOrDefault(families => families.Length == 1)?[0];
        return type => only is null || only.Type == type;
    }

    private static bool Begins(string name, string typed) => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

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
