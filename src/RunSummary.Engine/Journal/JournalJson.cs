using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using RunSummary.Engine.Graph;
using RunSummary.Engine.RunSummaries;
using RunSummary.Errors;

namespace RunSummary.Engine.Journal;

/// <summary>Writes and reads the lines of a journal: one JSON object each.</summary>
internal static class JournalJson
{
    private const string RunEntryName = "run";
    private const string IntentEntryName = "intent";
    private const string OutcomeEntryName = "outcome";

    /// <summary>Writes an entry and the end of its line.</summary>
    public static void Write(Stream stream, JournalEntry entry)
    {
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            WriteCommon(json, entry);
            switch (entry)
            {
                case RunEntry run:
                    json.WriteString("tenantId", run.TenantId);
                    json.WriteString("endpoint", run.Endpoint.AbsoluteUri);
                    break;
                case IntentEntry intent:
                    WriteScript(json, intent.Script);
                    WriteCounts(json, "before", intent.Before);
                    WriteCounts(json, "values", intent.Values);
                    break;
                case OutcomeEntry outcome:
                    WriteScript(json, outcome.Script);
                    WriteCounts(json, "values", outcome.Values);
                    WriteOutcome(json, outcome);
                    break;
            }

            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">The line isn't JSON, or not to its end.</exception>
    /// <exception cref="AnswerException">It is JSON, but not an entry of a journal.</exception>
    public static JournalEntry Read(ReadOnlyMemory<byte> line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement json = document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement : throw AnswerException.Property("entry");
        Guid runId = json.Id("runId");
        DateTimeOffset time = json.Time("time") ?? throw AnswerException.Property("time");
        return json.Text("entry") switch
        {
            RunEntryName => new RunEntry(runId, time, json.Text("tenantId"), ReadEndpoint(json)),
            IntentEntryName => new IntentEntry(runId, time, ReadScript(json), ReadCounts(json, "before"), ReadCounts(json, "values")),
            OutcomeEntryName => ReadOutcome(json, runId, time),
            _ => throw AnswerException.Property("entry"),
        };
    }

    private static void WriteCommon(Utf8JsonWriter json, JournalEntry entry)
    {
        json.WriteString("entry", entry switch { RunEntry => RunEntryName, IntentEntry => IntentEntryName, _ => OutcomeEntryName });
        json.WriteString("runId", entry.RunId);
        json.WriteString("time", entry.Time);
    }

    private static void WriteScript(Utf8JsonWriter json, ScriptReference script)
    {
        json.WriteString("scriptType", script.Type.ToString());
        json.WriteString("scriptId", script.Id);
        json.WriteString("scriptName", script.Name);
    }

    private static void WriteOutcome(Utf8JsonWriter json, OutcomeEntry outcome)
    {
        if (outcome.Returned is { } returned)
        {
            WriteCounts(json, "returned", returned);
            json.WriteString("id", outcome.SummaryId);
        }

        json.WriteString("requestId", outcome.RequestId);
        if (outcome.Error is { } error)
        {
            json.WriteString("error", error.ToString());
        }
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, RunSummaryCounts counts)
    {
        json.WriteStartObject(name);
        CountsJson.Write(json, counts);
        json.WriteEndObject();
    }

    private static OutcomeEntry ReadOutcome(JsonElement json, Guid runId, DateTimeOffset time) =>
        new(runId, time, ReadScript(json), ReadCounts(json, "values"))
        {
            Returned = json.Nested("returned") is { } returned ? CountsJson.Read(returned) : null,
            SummaryId = json.Text("id"),
            RequestId = json.Text("requestId"),
            Error = json.Text("error") is { } name
                ? Enum.TryParse(name, out ErrorId error) ? error : throw AnswerException.Property("error")
                : null,
        };

    private static Uri ReadEndpoint(JsonElement json) =>
        Uri.TryCreate(json.Text("endpoint"), UriKind.Absolute, out Uri? endpoint) ? endpoint : throw AnswerException.Property("endpoint");

    private static ScriptReference ReadScript(JsonElement json) =>
        Enum.TryParse(json.Text("scriptType"), out DeviceScriptType type) && ScriptFamily.All.Any(family => family.Type == type)
            ? new ScriptReference(type, json.Id("scriptId"), json.Text("scriptName"))
            : throw AnswerException.Property("scriptType");

    private static RunSummaryCounts ReadCounts(JsonElement json, string name) =>
        json.Nested(name) is { } counts ? CountsJson.Read(counts) : throw AnswerException.Property(name);

    private static Guid Id(this JsonElement json, string name) =>
        Guid.TryParse(json.Text(name), out Guid id) ? id : throw AnswerException.Property(name);
}
