using System.Collections.Generic;

namespace RunSummary.Sandbox.Service;

/// <summary><c>{family}/{id}/deviceRunStates</c> and <c>userRunStates</c>, page by page.</summary>
internal sealed class RunStateList(ScriptStore scripts, RunStateStore states, int pageSize)
{
    private const int LargestPage = 1000;
    private const string DeviceSegment = "deviceRunStates";
    private const string UserSegment = "userRunStates";

    private static readonly ODataShape DeviceShape = new(StateJson.DeviceType, StateJson.Device.Names, StateJson.Expandable)
    {
        LargestPage = LargestPage,
        Expandable = new ODataShape(StateJson.ManagedDeviceType, StateJson.ManagedDevice.Names),
    };

    private static readonly ODataShape UserShape = new(StateJson.UserType, StateJson.User.Names) { LargestPage = LargestPage };

    public IReadOnlyList<GraphResource> Resources =>
    [
        new GraphResource(rest => rest is [_, DeviceSegment]).On("GET", GetDevices),
        new GraphResource(rest => rest is [_, UserSegment]).On("GET", GetUsers),
    ];

    private SandboxAnswer GetDevices(GraphCall call)
    {
        RunStateRequest request = Open(call, DeviceSegment, DeviceShape);
        if (states.Raw(request.ScriptId) is { } pages)
        {
            return request.Answer(pages);
        }

        StateColumns<DeviceState> columns = StateJson.Device.Select(request.Query.Select);
        return request.Answer(pageSize, new StatePage<DeviceState>(
            states.Devices(request.ScriptId),
            request.Query.Expanded ? columns.With(StateJson.Expanded(request.Query.ExpandedSelect)) : columns,
            Filter(request) is string filter ? RunStateFilter.Parse(filter) : null));
    }

    private SandboxAnswer GetUsers(GraphCall call)
    {
        RunStateRequest request = Open(call, UserSegment, UserShape);
        return Filter(request) is null
            ? request.Answer(pageSize, new StatePage<UserState>(states.Users(request.ScriptId), StateJson.User.Select(request.Query.Select), null))
            : throw RunStateFilter.Invalid();
    }

    private RunStateRequest Open(GraphCall call, string segment, ODataShape shape)
    {
        ODataQuery query = new(call.Request, shape with { Refused = states.RefusedOptions }, collection: true);
        SandboxScript script = call.Script(scripts);
        if (query.Token.Page > 1)
        {
            states.BetweenPages?.Invoke(script.Id, query.Token.Page);
            script = call.Script(scripts);
        }

        return new RunStateRequest(call, script.Id, segment, query);
    }

    private string? Filter(RunStateRequest request) => states.Filter == FilterSupport.Ignored ? null : request.Query.Filter;
}
