using System;
using System.Collections.Generic;
using System.Text.Json;

namespace RunSummary.Sandbox.Service;

/// <summary>States as Graph writes them.</summary>
internal static class StateJson
{
    public const string DeviceType = "microsoft.graph.deviceManagementScriptDeviceState";

    public const string UserType = "microsoft.graph.deviceManagementScriptUserState";

    public const string ManagedDeviceType = "microsoft.graph.managedDevice";

    public const string Expandable = "managedDevice";

    public static StateColumns<DeviceState> Device { get; } = new(
    [
        new("id", (writer, name, in state) => writer.WriteString(name, state.Id), StateParts.Key),
        new("runState", (writer, name, in state) => writer.WriteString(name, state.RunState)),
        new("resultMessage", (writer, name, in state) => writer.WriteString(name, state.ResultMessage)),
        new("lastStateUpdateDateTime", (writer, name, in state) => Write(writer, name, state.LastStateUpdateDateTime)),
        new("errorCode", (writer, name, in state) => Write(writer, name, state.ErrorCode)),
        new("errorDescription", (writer, name, in state) => writer.WriteString(name, state.ErrorDescription)),
    ]);

    public static StateColumns<UserState> User { get; } = new(
    [
        new("id", (writer, name, in state) => writer.WriteString(name, state.Id), StateParts.Key),
        new("userPrincipalName", (writer, name, in state) => writer.WriteString(name, state.UserPrincipalName), StateParts.Key),
        new("successDeviceCount", (writer, name, in state) => Write(writer, name, state.SuccessDeviceCount)),
        new("errorDeviceCount", (writer, name, in state) => Write(writer, name, state.ErrorDeviceCount)),
    ]);

    public static StateColumns<ManagedDevice> ManagedDevice { get; } = new(
    [
        new("id", (writer, name, in device) => writer.WriteString(name, device.Id)),
        new("deviceName", (writer, name, in device) => writer.WriteString(name, device.DeviceName)),
        new("userPrincipalName", (writer, name, in device) => writer.WriteString(name, device.UserPrincipalName)),
        new("operatingSystem", (writer, name, in device) => writer.WriteString(name, device.OperatingSystem)),
    ]);

    public static StateColumn<DeviceState> Expanded(IReadOnlyList<string> select)
    {
        StateColumns<ManagedDevice> columns = ManagedDevice.Select(select);
        return new StateColumn<DeviceState>(Expandable, (writer, name, in state) => Write(writer, name, state.ManagedDevice, columns), StateParts.Device);
    }

    private static void Write(Utf8JsonWriter writer, JsonEncodedText name, ManagedDevice? device, StateColumns<ManagedDevice> columns)
    {
        writer.WritePropertyName(name);
        if (device is { } known)
        {
            columns.Write(writer, in known);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonEncodedText name, int? number)
    {
        if (number is { } known)
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonEncodedText name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            writer.WriteString(name, known.UtcDateTime);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
