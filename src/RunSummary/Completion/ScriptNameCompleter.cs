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

/// <summary>Offers the names of the tenant's scripts: as many as the service gives in the time that a person waits for a tab.</summary>
public sealed class ScriptNameCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        WildcardPattern pattern = new(wordToComplete.Trim('\'', '"') + "*", WildcardOptions.IgnoreCase);
        return Names(fakeBoundParameters)
            .Where(name => pattern.IsMatch(name))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Select(name => new CompletionResult(Quote(name), name, CompletionResultType.ParameterValue, name));
    }

    private static List<string> Names(IDictionary parameters)
    {
        ConcurrentQueue<string> names = new();
        using CancellationTokenSource patience = new(Patience);
        RunSummarySession? session = InputProperties.Plain(parameters["Session"]) as RunSummarySession;
        IEnumerable<DeviceScriptType> types = TypesIn(parameters["ScriptType"]);
        Task.Run(() => ReadAsync(session, types, names, patience.Token)).Wait(Patience);
        patience.Cancel();
        return [.. names];
    }

    // What is typed so far may be no family yet.
    private static IEnumerable<DeviceScriptType> TypesIn(object? typed) =>
        ScriptFamily.TypesIn(LanguagePrimitives.TryConvertTo(typed, out DeviceScriptType[] named) && named is not null ? named : []);

    private static async Task ReadAsync(
        RunSummarySession? session, IEnumerable<DeviceScriptType> types, ConcurrentQueue<string> names, CancellationToken cancel)
    {
        try
        {
            using SessionLease lease = DefaultSession.Acquire(session);
            foreach (DeviceScriptType type in types)
            {
                await lease.Engine.ListScriptsAsync(type, script => Take(script, names), NoEvents.Instance, cancel).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // A completion that fails offers nothing and says nothing.
        catch (Exception)
#pragma warning restore CA1031
        {
            return;
        }
    }

    private static Task Take(DeviceScript script, ConcurrentQueue<string> names)
    {
        if (script.DisplayName is { } name)
        {
            names.Enqueue(name);
        }

        return Task.CompletedTask;
    }

    // A name is text: what would be a wildcard in it is escaped.
    private static string Quote(string name) =>
        "'" + CodeGeneration.EscapeSingleQuotedStringContent(WildcardPattern.Escape(name)) + "'";
}
