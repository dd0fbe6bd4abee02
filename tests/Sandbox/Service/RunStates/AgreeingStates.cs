namespace RunSummary.Sandbox.Service;

/// <summary>Exactly as many devices as a summary counts, and a few more that it doesn't.</summary>
internal sealed record AgreeingDevices(StateMaker Maker, SummaryCounts Counts) : IStateSource<DeviceState>
{
    private static readonly string[] NotCounted =
        [RunStateNames.Pending, RunStateNames.NotApplicable, RunStateNames.Unknown, RunStateNames.Pending];

    private readonly Interleaving _order = Interleaving.Of(WithFew((long)Counts.SuccessDevices + Counts.ErrorDevices, NotCounted.Length));

    public long Count => _order.Count;

    public DeviceState At(long index, StateParts parts) => Maker.Device(index, RunState(_order.Rank(index) - Counts.SuccessDevices), parts);

    internal static long WithFew(long counted, int atLeast) => counted + atLeast + (counted / 100);

    private string RunState(long afterSuccesses) =>
        afterSuccesses < 0 ? RunStateNames.Success
        : afterSuccesses >= Counts.ErrorDevices ? NotCounted[(afterSuccesses - Counts.ErrorDevices) % NotCounted.Length]
        : afterSuccesses % 2 == 0 ? RunStateNames.Fail
        : RunStateNames.ScriptError;
}

/// <summary>The same of users; some of those with errors have successes as well.</summary>
internal sealed record AgreeingUsers(StateMaker Maker, SummaryCounts Counts) : IStateSource<UserState>
{
    private readonly Interleaving _order = Interleaving.Of(AgreeingDevices.WithFew((long)Counts.SuccessUsers + Counts.ErrorUsers, 2));

    public long Count => _order.Count;

    public UserState At(long index, StateParts parts)
    {
        long afterSuccesses = _order.Rank(index) - Counts.SuccessUsers;
        int some = (int)(Maker.Chance(index) % 3);
        (int successes, int errors) =
            afterSuccesses < 0 ? (1 + some, 0)
            : afterSuccesses < Counts.ErrorUsers ? (some, 1 + (some / 2))
            : (0, 0);
        return Maker.User(index, successes, errors, parts);
    }
}
