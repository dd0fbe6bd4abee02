using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>Scripts and summaries as Graph writes them.</summary>
internal static class ScriptJson
{
    public const string SummaryType = "microsoft.graph.deviceManagementScriptRunSummary";

    /// <summary>Graph escapes no more than it must.</summary>
    public static JsonWriterOptions AsGraphWrites { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static IReadOnlyList<string> SummaryProperties { get; } = Names(Of(new ScriptSummary(Guid.Empty, new SummaryCounts())));

    public static IReadOnlyList<string> Properties(ScriptFamily family) =>
        Names(Of(new SandboxScript { Family = family, DisplayName = "" }));

    public static JsonObject Of(ScriptSummary summary) => JsonNode.Parse(Written(summary, []).Span)!.AsObject();

    /// <summary>After its annotations. Written without nodes: bulk updates are asked of the service by the thousand.</summary>
    public static ReadOnlyMemory<byte> Written(ScriptSummary summary, ReadOnlySpan<(string Name, string Value)> annotations)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer, AsGraphWrites);
        writer.WriteStartObject();
        foreach ((string name, string value) in annotations)
        {
            writer.WriteString(name, value);
        }

        writer.WriteString("id", summary.Id);
        writer.WriteNumber("successDeviceCount", summary.Counts.SuccessDevices);
        writer.WriteNumber("errorDeviceCount", summary.Counts.ErrorDevices);
        writer.WriteNumber("successUserCount", summary.Counts.SuccessUsers);
        writer.WriteNumber("errorUserCount", summary.Counts.ErrorUsers);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

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
