using System.Text.Json;
using RunSummary.Engine.Graph;

namespace RunSummary.Engine.RunStates;

/// <summary>Reads run states as Microsoft Graph sends them.</summary>
internal static class RunStateJson
{
    /// <exception cref="AnswerException">A property isn't of the type that it must be.</exception>
    public static DeviceScriptDeviceState ReadDevice(JsonElement json, ScriptReference script)
    {
        JsonElement? device = json.Nested("managedDevice");
        return new DeviceScriptDeviceState
        {
            ScriptId = script.Id.ToString("D"),
            ScriptType = script.Type,
            ScriptName = script.Name,
            Id = json.Text("id"),
            RunState = json.Text("runState"),
            ResultMessage = json.FreeText("resultMessage"),
            LastStateUpdateDateTime = json.Time("lastStateUpdateDateTime"),
            ErrorCode = json.Number("errorCode"),
            ErrorDescription = json.FreeText("errorDescription"),
            DeviceId = device?.Text("id"),
            DeviceName = device?.FreeText("deviceName"),
        };
    }

    /// <exception cref="AnswerException">A property isn't of the type that it must be.</exception>
    public static DeviceScriptUserState ReadUser(JsonElement json, ScriptReference script) => new()
    {
        ScriptId = script.Id.ToString("D"),
        ScriptType = script.Type,
        ScriptName = script.Name,
        Id = json.Text("id"),
        UserPrincipalName = json.FreeText("userPrincipalName"),
        SuccessDeviceCount = json.Number("successDeviceCount"),
        ErrorDeviceCount = json.Number("errorDeviceCount"),
    };
}
