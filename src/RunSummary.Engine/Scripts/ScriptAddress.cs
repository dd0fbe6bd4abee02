namespace RunSummary.Engine.Scripts;

/// <summary>The addresses of scripts below a version of Microsoft Graph.</summary>
internal static class ScriptAddress
{
    public static string List(DeviceScriptType type) => $"deviceManagement/{ScriptFamily.Of(type).Segment}";

    public static string Item(ScriptReference script) => $"{List(script.Type)}/{script.Id:D}";

    public static string RunSummary(ScriptReference script) => $"{Item(script)}/runSummary";

    public static string DeviceRunStates(ScriptReference script) => $"{Item(script)}/deviceRunStates";

    public static string UserRunStates(ScriptReference script) => $"{Item(script)}/userRunStates";
}
