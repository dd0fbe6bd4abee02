using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>Scripts and summaries as Graph writes them.</summary>
internal static class ScriptJson
{
    public const string SummaryType = "microsoft.graph.deviceManagementScriptRunSummary";

    public static IReadOnlyList<string> SummaryProperties { get; } = Names(Of(new ScriptSummary(Guid.Empty, new SummaryCounts())));

    public static IReadOnlyList<string> Properties(ScriptFamily family) =>
        Names(Of(new SandboxScript { Family = family, DisplayName = "" }));

    public static JsonObject Of(ScriptSummary summary) => new()
    {
        ["id"] = summary.Id.ToString(),
        ["successDeviceCount"] = summary.Counts.SuccessDevices,
        ["errorDeviceCount"] = summary.Counts.ErrorDevices,
        ["successUserCount"] = summary.Counts.SuccessUsers,
        ["errorUserCount"] = summary.Counts.ErrorUsers,
    };

    /// <summary>As an item: a list's scriptContent is null.</summary>
    public static JsonObject Of(SandboxScript script)
    {
        JsonObject json = new()
        {
            ["id"] = script.Id.ToString(),
            ["displayName"] = script.DisplayName,
            ["description"] = script.Description,
            ["scriptContent"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(script.Content)),
            ["createdDateTime"] = Time(script.CreatedDateTime),
            ["lastModifiedDateTime"] = Time(script.LastModifiedDateTime),
            ["runAsAccount"] = script.RunAsAccount,
            ["fileName"] = script.FileName,
            ["roleScopeTagIds"] = new JsonArray([.. script.RoleScopeTagIds.Select(tag => JsonValue.Create(tag))]),
        };
        foreach ((string name, JsonNode? value) in OwnOf(script))
        {
            json[name] = value;
        }

        return json;
    }

    private static IEnumerable<(string Name, JsonNode? Value)> OwnOf(SandboxScript script) => script.Family switch
    {
        ScriptFamily.PowerShell =>
        [
            ("enforceSignatureCheck", script.EnforceSignatureCheck),
            ("runAs32Bit", script.RunAs32Bit),
        ],
        ScriptFamily.Shell =>
        [
            ("executionFrequency", script.ExecutionFrequency),
            ("retryCount", script.RetryCount),
            ("blockExecutionNotifications", script.BlockExecutionNotifications),
        ],
        _ =>
        [
            ("customAttributeName", script.CustomAttributeName),
            ("customAttributeType", script.CustomAttributeType),
        ],
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Names(JsonObject json) => [.. json.Select(property => property.Key)];
}
