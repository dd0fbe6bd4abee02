using System;

namespace RunSummary.Sandbox.Service;

/// <summary>The device that a script ran on; null is served as null.</summary>
public readonly record struct ManagedDevice
{
    public string? Id { get; init; }

    public string? DeviceName { get; init; }

    public string? UserPrincipalName { get; init; }

    public string? OperatingSystem { get; init; }
}

/// <summary>How a script's latest run on a device went; null is served as null.</summary>
/// <remarks>A struct, so that a million of them are made without leaving anything behind.</remarks>
public readonly record struct DeviceState
{
    public string? Id { get; init; }

    public string? RunState { get; init; }

    public string? ResultMessage { get; init; }

    public DateTimeOffset? LastStateUpdateDateTime { get; init; }

    public int? ErrorCode { get; init; }

    public string? ErrorDescription { get; init; }

    public ManagedDevice? ManagedDevice { get; init; }
}
