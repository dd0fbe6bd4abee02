using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Graph;
using RunSummary.Engine.Scripts;

namespace RunSummary.Engine.RunStates;

/// <summary>Lists and counts the run states of scripts, page after page.</summary>
internal sealed class StateReader(GraphClient client)
{
    private readonly StateQuery _devices = new("$expand=managedDevice($select=id,deviceName)");
    private readonly StateQuery _users = new("");
    private readonly StateQuery _deviceCounts = new("$select=runState,lastStateUpdateDateTime");
    private readonly StateQuery _userCounts = new("$select=successDeviceCount,errorDeviceCount");

    /// <summary>Gives those states that are wanted page by page; the next page is read once the last is taken.</summary>
    public Task ListAsync(StateRequest request, Func<IReadOnlyList<object>, Task> take, IEngineEvents events, CancellationToken cancellationToken)
    {
        ScriptReference script = request.Script;
        return request.Kind == RunStateKind.User
            ? ListAsync(
                (_users, ScriptAddress.UserRunStates(script), null), json => RunStateJson.ReadUser(json, script), take, events, cancellationToken)
            : ListAsync(
                (_devices, ScriptAddress.DeviceRunStates(script), StateFilter.ToOData(request.RunStates)),
                json => RunStateJson.ReadDevice(json, script),
                page => take([.. page.Where(state => StateFilter.Takes(request.RunStates, state))]),
                events,
                cancellationToken);
    }

    public Task<DeviceStateCounts> CountDevicesAsync(ScriptReference script, IEngineEvents events, CancellationToken cancellationToken) =>
        CountAsync<DeviceStateCounts>(_deviceCounts, ScriptAddress.DeviceRunStates(script), events, cancellationToken);

    public Task<UserStateCounts> CountUsersAsync(ScriptReference script, IEngineEvents events, CancellationToken cancellationToken) =>
        CountAsync<UserStateCounts>(_userCounts, ScriptAddress.UserRunStates(script), events, cancellationToken);

    private async Task ListAsync<T>(
        (StateQuery Query, string Path, string? Filter) of,
        Func<JsonElement, T> readItem,
        Func<IReadOnlyList<T>, Task> take,
        IEngineEvents events,
        CancellationToken cancellationToken)
    {
        (Pager pager, IReadOnlyList<T>? page) = await of.Query.AskAsync(of.Filter, async options =>
        {
            Pager opened = Open(of.Path + options);
            return (opened, await opened.NextAsync(readItem, events, cancellationToken).ConfigureAwait(false));
        }).ConfigureAwait(false);
        while (page is not null)
        {
            await take(page).ConfigureAwait(false);
            page = await pager.NextAsync(readItem, events, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<TCounts> CountAsync<TCounts>(StateQuery query, string path, IEngineEvents events, CancellationToken cancellationToken)
        where TCounts : class, IPageItems, ICounts<TCounts>, new()
    {
        (Pager pager, TCounts? page) = await query.AskAsync(filter: null, async options =>
        {
            Pager opened = Open(path + options);
            return (opened, await opened.StreamAsync(() => new TCounts(), events, cancellationToken).ConfigureAwait(false));
        }).ConfigureAwait(false);
        TCounts counts = new();
        while (page is not null)
        {
            counts.Add(page);
            events.StatesCounted(page.Total);
            page = await pager.StreamAsync(() => new TCounts(), events, cancellationToken).ConfigureAwait(false);
        }

        return counts;
    }

    private Pager Open(string path) => new(client, new GraphRequest(HttpMethod.Get, path) { IsForScript = true });
}
