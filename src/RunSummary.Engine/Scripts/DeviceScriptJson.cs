using System;
using System.Text.Json;
using RunSummary.Engine.Graph;

namespace RunSummary.Engine.Scripts;

/// <summary>Reads a script as Microsoft Graph sends it.</summary>
internal static class DeviceScriptJson
{
    /// <exception cref="AnswerException">A property isn't of the type that it must be.</exception>
    public static DeviceScript Read(JsonElement json, DeviceScriptType type) => new()
    {
        ScriptId = json.Id(),
        ScriptType = type,
        DisplayName = json.FreeText("displayName"),
        Description = json.FreeText("description"),
        ScriptContent = json.Text("scriptContent"),
        CreatedDateTime = json.Time("createdDateTime"),
        LastModifiedDateTime = json.Time("lastModifiedDateTime"),
        RunAsAccount = json.Text("runAsAccount"),
        FileName = json.FreeText("fileName"),
        RoleScopeTagIds = json.Texts("roleScopeTagIds"),
        EnforceSignatureCheck = json.Flag("enforceSignatureCheck"),
        RunAs32Bit = json.Flag("runAs32Bit"),
        ExecutionFrequency = json.Duration("executionFrequency"),
        RetryCount = json.Number("retryCount"),
        BlockExecutionNotifications = json.Flag("blockExecutionNotifications"),
        CustomAttributeName = json.FreeText("customAttributeName"),
        CustomAttributeType = json.Text("customAttributeType"),
    };

    private static string Id(this JsonElement json) =>
        Guid.TryParse(json.Text("id"), out Guid id) ? id.ToString("D") : throw AnswerException.Property("id");
}
