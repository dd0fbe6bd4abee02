using System;
using System.Globalization;

namespace RunSummary.Sandbox.Service;

/// <summary>Fills in what a generated state says besides how the run went. A device or user is the same one for each script.</summary>
internal sealed record StateMaker(int Seed, Guid ScriptId, string OperatingSystem)
{
    private const int SecondsOfHalfAYear = 182 * 24 * 60 * 60;

    private static readonly DateTimeOffset Earliest = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly (int Code, string Description)[] Errors =
    [
        (1, "The script ended with exit code 1."),
        (-2147024891, "Access is denied."),
        (-2147024894, "The system cannot find the file specified."),
        (-2016281112, "Remediation failed."),
    ];

    private readonly ulong _key = StateHash.Key(Seed, ScriptId);
    private readonly ulong _devices = StateHash.Of((ulong)Seed, 0);
    private readonly ulong _users = StateHash.Of((ulong)Seed, 1);

    public ulong Chance(long index) => StateHash.Of(_key, index);

    public DeviceState Device(long index, string runState, StateParts parts)
    {
        ulong chance = Chance(~index);
        bool failed = RunStateNames.IsError(runState);
        (int code, string? description) = failed ? Errors[chance % (ulong)Errors.Length] : (0, null);
        return new DeviceState
        {
            Id = parts.HasFlag(StateParts.Key) ? $"{ScriptId}:{DeviceId(index)}" : null,
            RunState = runState,
            ResultMessage = failed ? "Line 12: \"stopped\"\r\nsee the log" : runState == RunStateNames.Success ? "done" : null,
            LastStateUpdateDateTime = Earliest.AddSeconds(chance % SecondsOfHalfAYear),
            ErrorCode = code,
            ErrorDescription = description,
            ManagedDevice = parts.HasFlag(StateParts.Device) ? Managed(index) : null,
        };
    }

    public UserState User(long index, int successes, int errors, StateParts parts)
    {
        bool named = parts.HasFlag(StateParts.Key);
        return new UserState
        {
            Id = named ? $"{ScriptId}:{StateHash.Id(_users, index)}" : null,
            UserPrincipalName = named ? UserName(index) : null,
            SuccessDeviceCount = successes,
            ErrorDeviceCount = errors,
        };
    }

    private Guid DeviceId(long index) => StateHash.Id(_devices, index);

    private ManagedDevice Managed(long index) => new()
    {
        Id = DeviceId(index).ToString(),
        DeviceName = string.Create(CultureInfo.InvariantCulture, $"DEVICE-{index:D7}"),
        UserPrincipalName = UserName(index),
        OperatingSystem = OperatingSystem,
    };

    private static string UserName(long index) => string.Create(CultureInfo.InvariantCulture, $"user{index:D7}@contoso.example");
}
