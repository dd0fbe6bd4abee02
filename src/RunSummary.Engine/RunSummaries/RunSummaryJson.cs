using System;
using System.Text.Json;
using RunSummary.Engine.Graph;

namespace RunSummary.Engine.RunSummaries;

/// <summary>Reads and writes a run summary as Microsoft Graph has it.</summary>
internal static class RunSummaryJson
{
    /// <summary>Writes the body of an update: the type and the counts that are supplied, as JSON integers.</summary>
    public static void Write(Utf8JsonWriter json, RunSummaryUpdate update)
    {
        json.WriteStartObject();
        json.WriteString("@odata.type", "#microsoft.graph." + ScriptFamily.RunSummaryTypeName);
        if (update.RunSummaryId is not null)
        {
            json.WriteString("id", update.RunSummaryId);
        }

        CountsJson.Write(json, update.Counts);
        json.WriteEndObject();
    }

    /// <exception cref="AnswerException">The body isn't a run summary.</exception>
    public static DeviceScriptRunSummary Read(ReadOnlyMemory<byte> body, ScriptReference script) =>
        GraphJson.Parse(body, json => ToSummary(script, json.Text("id"), CountsJson.Read(json)));

    /// <summary>Reads the answer to an update. What it leaves out, or all where it has no body, is taken as it was sent.</summary>
    /// <exception cref="AnswerException">The body isn't a run summary.</exception>
    public static DeviceScriptRunSummary ReadUpdated(ReadOnlyMemory<byte> body, RunSummaryUpdate update) => body.Length == 0
        ? ToSummary(update.Script, update.RunSummaryId, update.Counts)
        : GraphJson.Parse(
            body, json => ToSummary(update.Script, json.Text("id") ?? update.RunSummaryId, CountsJson.Read(json).Or(update.Counts)));

    public static DeviceScriptRunSummary ToSummary(ScriptReference script, string? id, RunSummaryCounts counts) => new()
    {
        ScriptId = script.Id.ToString("D"),
        ScriptType = script.Type,
        ScriptName = script.Name,
        Id = id,
        ErrorDeviceCount = counts.ErrorDeviceCount,
        ErrorUserCount = counts.ErrorUserCount,
        SuccessDeviceCount = counts.SuccessDeviceCount,
        SuccessUserCount = counts.SuccessUserCount,
    };
}
