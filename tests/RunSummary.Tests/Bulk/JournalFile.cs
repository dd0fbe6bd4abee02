using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace RunSummary.Tests.Bulk;

/// <summary>A journal as it lies on disk, read without the module.</summary>
internal sealed class JournalFile
{
    private readonly List<JsonElement> _entries;

    private JournalFile(IEnumerable<string> lines) => _entries = [.. lines.Where(IsWhole).Select(line => JsonDocument.Parse(line).RootElement)];

    public IReadOnlyList<Guid> RunIds => [.. Of("run").Select(run => run.GetProperty("runId").GetGuid())];

    public IReadOnlyList<JsonElement> Intents => [.. Of("intent")];

    public IReadOnlyList<JsonElement> Outcomes => [.. Of("outcome")];

    /// <summary>The scripts whose last write has no outcome.</summary>
    public IReadOnlyCollection<Guid> Unknown =>
    [
        .. _entries.Where(entry => entry.TryGetProperty("scriptId", out _))
            .GroupBy(ScriptId)
            .Where(entries => entries.Last().GetProperty("entry").GetString() == "intent")
            .Select(entries => entries.Key),
    ];

    /// <summary>Reads it as it is now, while it may be written.</summary>
    public static JournalFile Read(string path)
    {
        using StreamReader reader = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return new JournalFile(reader.ReadToEnd().Split('\n'));
    }

    public static Guid ScriptId(JsonElement entry) => entry.GetProperty("scriptId").GetGuid();

    public static int Count(JsonElement entry, string counts) => entry.GetProperty(counts).GetProperty("successDeviceCount").GetInt32();

    private static bool IsWhole(string line) => line.EndsWith('}') && line.StartsWith('{');

    private IEnumerable<JsonElement> Of(string kind) => _entries.Where(entry => entry.GetProperty("entry").GetString() == kind);
}
