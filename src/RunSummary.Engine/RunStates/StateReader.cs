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
    private readonly StateQuery _deviceCounts = new("$select=runState,lastStateUpdateDateTime");
    private readonly StateQuery _userCounts = new("$select=successDeviceCount,errorDeviceCount");

    /// <summary>Gives those states that are wanted page by page; the next page is read once the last is taken.</summary>
    public Task ListAsync(StateRequest request, Func<IReadOnlyList<object>, Task> take, IEngineEvents events, CancellationToken cancellationToken)
    {
        ScriptReference script = request.Script;
        if (request.Kind == RunStateKind.User)
        {
            Listing<DeviceScriptUserState> users = new(
                new StateQuery(""), ScriptAddress.UserRunStates(script), Filter: null, json => RunStateJson.ReadUser(json, script));
            return ListAsync(script, users, take, events, cancellationToken);
        }

        // Asked for anew with each script: without the names of devices a list is worth less.
        Listing<DeviceScriptDeviceState> devices = new(
            new StateQuery("$expand=managedDevice($select=id,deviceName)", "$expand=managedDevice"),
            ScriptAddress.DeviceRunStates(script),
            StateFilter.ToOData(request.RunStates),
            json => RunStateJson.ReadDevice(json, script));
        return ListAsync(
            script, devices, page => take([.. page.Where(state => StateFilter.Takes(request.RunStates, state))]), events, cancellationToken);
    }

    public Task<DeviceStateCounts> CountDevicesAsync(ScriptReference script, IEngineEvents events, CancellationToken cancellationToken) =>
        CountAsync<DeviceStateCounts>(script, _deviceCounts, ScriptAddress.DeviceRunStates(script), events, cancellationToken);

    public Task<UserStateCounts> CountUsersAsync(ScriptReference script, IEngineEvents events, CancellationToken cancellationToken) =>
        CountAsync<UserStateCounts>(script, _userCounts, ScriptAddress.UserRunStates(script), events, cancellationToken);

    private async Task ListAsync<T>(
        ScriptReference script, Listing<T> listing, Func<IReadOnlyList<T>, Task> take, IEngineEvents events, CancellationToken cancellationToken)
    {
        (Pager pager, IReadOnlyList<T>? page) = await listing.Query.AskAsync(script.Type, listing.Filter, async options =>
        {
            Pager opened = Open(listing.Path + options);
            return (opened, await opened.NextAsync(listing.ReadItem, events, cancellationToken).ConfigureAwait(false));
        }).ConfigureAwait(false);
        while (page is not null)
        {
            await take(page).ConfigureAwait(false);
            page = await pager.NextAsync(listing.ReadItem, events, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<TCounts> CountAsync<TCounts>(
        ScriptReference script, StateQuery query, string path, IEngineEvents events, CancellationToken cancellationToken)
        where TCounts : class, IPageItems, ICounts<TCounts>, new()
    {
        (Pager pager, TCounts? page) = await query.AskAsync(script.Type, filter: null, async options =>
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

    private sealed record Listing<T>(StateQuery Query, string Path, string? Filter, Func<JsonElement, T> ReadItem);
}
