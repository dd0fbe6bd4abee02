using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using RunSummary.Commands;
using RunSummary.Engine;

namespace RunSummary.Completion;

/// <summary>Offers the tenants whose users' tokens -TokenCache CurrentUser keeps, and shows the users.</summary>
public sealed class TenantIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        TypedWord word = new(wordToComplete);
        return Find(fakeBoundParameters)
            .GroupBy(tenant => tenant.TenantId, StringComparer.OrdinalIgnoreCase)
            .Where(tenant => word.Begins(tenant.Key) || tenant.Any(known => word.Begins(known.UserName)))
            .OrderBy(tenant => tenant.Key, StringComparer.OrdinalIgnoreCase)
            .Select(tenant => Result(tenant.Key, string.Join(", ", tenant.Select(known => known.UserName))));
    }

    private static CompletionResult Result(string tenantId, string users) =>
        new(tenantId, $"{tenantId} ({users})", CompletionResultType.ParameterValue, users);

    private static IReadOnlyCollection<CachedTenant> Find(IDictionary parameters)
    {
        ConcurrentQueue<CachedTenant> found = new();
        string clientId = Typed<string>(parameters, "ClientId") ?? ConnectRunSummaryCommand.CommandLineTools;
        Uri? authority = Typed<Uri>(parameters, "Authority");
        CloudEnvironment environment = Typed<CloudEnvironment>(parameters, "Environment");
        Patience.Try(async _ =>
        {
            foreach (CachedTenant tenant in await EnginePort.Engine.ListCachedTenantsAsync(environment, authority, clientId).ConfigureAwait(false))
            {
                found.Enqueue(tenant);
            }
        });
        return [.. found];
    }

    // What is typed so far may be no such value yet.
    private static T? Typed<T>(IDictionary parameters, string name) =>
        parameters[name] is { } value && LanguagePrimitives.TryConvertTo(value, out T typed) ? typed : default;
}
