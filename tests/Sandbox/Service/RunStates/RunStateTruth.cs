using System;

namespace RunSummary.Sandbox.Service;

/// <summary>What follows from the states of a script. A device or user counts as an error or a success, never as both.</summary>
/// <remarks>Unknown is every state that the others don't name; the latest time is null where no state has one.</remarks>
public sealed record RunStateTruth(
    SummaryCounts Counts,
    int PendingDevices,
    int NotApplicableDevices,
    int UnknownDevices,
    long Devices,
    long Users,
    DateTimeOffset? Latest)
{
    internal static RunStateTruth Of(IStateSource<DeviceState> devices, IStateSource<UserState> users) =>
        OfUsers(OfDevices(devices), users);

    private static RunStateTruth OfDevices(IStateSource<DeviceState> devices)
    {
        int success = 0, error = 0, pending = 0, notApplicable = 0, unknown = 0;
        DateTimeOffset? latest = null;
        for (long index = 0; index < devices.Count; index++)
        {
            DeviceState state = devices.At(index, StateParts.None);
            switch (state.RunState)
            {
                case RunStateNames.Success: success++; break;
                case RunStateNames.Fail or RunStateNames.ScriptError: error++; break;
                case RunStateNames.Pending: pending++; break;
                case RunStateNames.NotApplicable: notApplicable++; break;
                default: unknown++; break;
            }

            latest = latest >= state.LastStateUpdateDateTime ? latest : state.LastStateUpdateDateTime ?? latest;
        }

        return new RunStateTruth(new SummaryCounts(success, error), pending, notApplicable, unknown, devices.Count, 0, latest);
    }

    private static RunStateTruth OfUsers(RunStateTruth truth, IStateSource<UserState> users)
    {
        int success = 0, error = 0;
        for (long index = 0; index < users.Count; index++)
        {
            UserState state = users.At(index, StateParts.None);
            bool failed = state.ErrorDeviceCount > 0;
            error += failed ? 1 : 0;
            success += !failed && state.SuccessDeviceCount > 0 ? 1 : 0;
        }

        return truth with { Counts = truth.Counts with { SuccessUsers = success, ErrorUsers = error }, Users = users.Count };
    }
}
