using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace RunSummary.Sandbox.Service;

/// <summary>The run states of the tenant's scripts, and how Graph serves them; settable while the service runs.</summary>
public sealed class RunStateStore
{
    private const int DevicesPerUser = 200;

    private readonly ConcurrentDictionary<Guid, IStateSource<DeviceState>> _devices = [];
    private readonly ConcurrentDictionary<Guid, IStateSource<UserState>> _users = [];
    private readonly ConcurrentDictionary<Guid, string[]> _raw = [];
    private readonly ConcurrentDictionary<(IStateSource<DeviceState>, IStateSource<UserState>), RunStateTruth> _truths = [];
    private readonly ScriptStore _scripts;
    private ImmutableDictionary<Guid, DriftedSummary> _drifted = ImmutableDictionary<Guid, DriftedSummary>.Empty;
    private readonly int _seed;

    internal RunStateStore(ScriptStore scripts, int seed)
    {
        _scripts = scripts;
        _seed = seed;
    }

    public FilterSupport Filter { get; set; }

    public bool RefusesSelect { get; set; }

    public bool RefusesExpand { get; set; }

    public bool RefusesTop { get; set; }

    /// <summary>Called with the script and the number of the page, from 2, before the page is made.</summary>
    public Action<Guid, int>? BetweenPages { get; set; }

    /// <summary>The scripts whose summaries drifted.</summary>
    public IReadOnlyDictionary<Guid, DriftedSummary> Drifted => _drifted;

    internal IReadOnlyList<string> RefusedOptions =>
    [
        .. RefusesSelect ? ["$select"] : Array.Empty<string>(),
        .. RefusesExpand ? ["$expand"] : Array.Empty<string>(),
        .. RefusesTop ? ["$top"] : Array.Empty<string>(),
        .. Filter == FilterSupport.Refused ? ["$filter"] : Array.Empty<string>(),
    ];

    /// <summary>From now on the script has so many devices and users, the same ones by the same seed.</summary>
    public void Generate(Guid scriptId, int devices, int users)
    {
        SetDevices(scriptId, new MixedDevices(Maker(scriptId), devices));
        _users[scriptId] = new MixedUsers(Maker(scriptId), users);
    }

    /// <summary>The same for each script that there is now, with a user for every 200 devices.</summary>
    public void GenerateAll(int devices)
    {
        foreach (SandboxScript script in _scripts.All)
        {
            Generate(script.Id, devices, devices / DevicesPerUser);
        }
    }

    public void Set(Guid scriptId, IReadOnlyList<DeviceState> states) => SetDevices(scriptId, new ListedStates<DeviceState>([.. states]));

    public void SetUsers(Guid scriptId, IReadOnlyList<UserState> states) => _users[scriptId] = new ListedStates<UserState>([.. states]);

    /// <summary>Serves these bodies as the pages of the script's device states; {next} in one stands for the link to the page after it.</summary>
    public void SetRaw(Guid scriptId, params string[] pages) => _raw[scriptId] = pages;

    /// <summary>What the states of the script say; raw pages are not read.</summary>
    public RunStateTruth Truth(Guid scriptId) =>
        _truths.GetOrAdd((Devices(scriptId), Users(scriptId)), sources => RunStateTruth.Of(sources.Item1, sources.Item2));

    /// <summary>Changes about one summary in three away from what the states say, the same ones in the same way by the same seed.</summary>
    public IReadOnlyDictionary<Guid, DriftedSummary> Drift(int seed) => _drifted = _drifted.SetItems(new SummaryDrift(_scripts, this, seed).Apply());

    internal IStateSource<DeviceState> Devices(Guid scriptId) =>
        _devices.TryGetValue(scriptId, out IStateSource<DeviceState>? source) ? source : new AgreeingDevices(Maker(scriptId), AddedWith(scriptId));

    internal IStateSource<UserState> Users(Guid scriptId) =>
        _users.TryGetValue(scriptId, out IStateSource<UserState>? source) ? source : new AgreeingUsers(Maker(scriptId), AddedWith(scriptId));

    internal string[]? Raw(Guid scriptId) => _raw.GetValueOrDefault(scriptId);

    private void SetDevices(Guid scriptId, IStateSource<DeviceState> source)
    {
        _devices[scriptId] = source;
        _raw.TryRemove(scriptId, out _);
    }

    private SummaryCounts AddedWith(Guid scriptId) => _scripts.Find(scriptId)?.AddedWith ?? new SummaryCounts();

    private StateMaker Maker(Guid scriptId) =>
        new(_seed, scriptId, _scripts.Find(scriptId) is { Family: not ScriptFamily.PowerShell } ? "macOS" : "Windows");
}
