namespace RunSummary.Sandbox.Service;

/// <summary>Devices whose runs went as chance has it.</summary>
internal sealed record MixedDevices(StateMaker Maker, long Count) : IStateSource<DeviceState>
{
    public DeviceState At(long index, StateParts parts) => Maker.Device(index, RunState(Maker.Chance(index) % 1000), parts);

    private static string RunState(ulong perMille) => perMille switch
    {
        < 800 => RunStateNames.Success,
        < 860 => RunStateNames.Fail,
        < 900 => RunStateNames.ScriptError,
        < 950 => RunStateNames.Pending,
        < 980 => RunStateNames.NotApplicable,
        < 995 => RunStateNames.Unknown,
        _ => RunStateNames.Future,
    };
}

internal sealed record MixedUsers(StateMaker Maker, long Count) : IStateSource<UserState>
{
    public UserState At(long index, StateParts parts)
    {
        ulong chance = Maker.Chance(index);
        int some = 1 + (int)(chance / 1000 % 3);
        (int successes, int errors) = (chance % 1000) switch
        {
            < 750 => (some, 0),
            < 870 => (some, 1),
            < 950 => (0, some),
            _ => (0, 0),
        };
        return Maker.User(index, successes, errors, parts);
    }
}
