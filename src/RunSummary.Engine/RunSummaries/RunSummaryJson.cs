using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using RunSummary.Engine.Graph;

namespace RunSummary.Engine.RunSummaries;

/// <summary>Reads and writes a run summary as Microsoft Graph has it.</summary>
internal static class RunSummaryJson
{
    private static readonly Dictionary<string, string> Names = new[]
    {
        nameof(RunSummaryCounts.ErrorDeviceCount),
        nameof(RunSummaryCounts.ErrorUserCount),
        nameof(RunSummaryCounts.SuccessDeviceCount),
        nameof(RunSummaryCounts.SuccessUserCount),
    }.ToDictionary(name => name, JsonNamingPolicy.CamelCase.ConvertName);

    /// <summary>Writes the body of an update: the type and the counts that are supplied, as JSON integers.</summary>
    public static void Write(Utf8JsonWriter json, RunSummaryUpdate update)
    {
        json.WriteStartObject();
        json.WriteString("@odata.type", "#microsoft.graph." + ScriptFamily.RunSummaryTypeName);
        if (update.RunSummaryId is not null)
        {
            json.WriteString("id", update.RunSummaryId);
        }

        foreach (KeyValuePair<string, int> count in update.Counts.Supplied())
        {
            json.WriteNumber(Names[count.Key], count.Value);
        }

        json.WriteEndObject();
    }

    /// <exception cref="AnswerException">The body isn't a run summary.</exception>
    public static DeviceScriptRunSummary Read(ReadOnlyMemory<byte> body, ScriptReference script) => GraphJson.Parse(
        body, json => ToSummary(script, json.Text("id"), RunSummaryCounts.Read(name => json.Number(Names[name]))));

    /// <summary>Reads the answer to an update. What it leaves out, or all where it has no body, is taken as it was sent.</summary>
    /// <exception cref="AnswerException">The body isn't a run summary.</exception>
    public static DeviceScriptRunSummary ReadUpdated(ReadOnlyMemory<byte> body, RunSummaryUpdate update)
    {
        if (body.Length == 0)
        {
            return ToSummary(update.Script, update.RunSummaryId, update.Counts);
        }

        DeviceScriptRunSummary answer = Read(body, update.Script);
        return ToSummary(update.Script, answer.Id ?? update.RunSummaryId, RunSummaryCounts.Of(answer).Or(update.Counts));
    }

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
