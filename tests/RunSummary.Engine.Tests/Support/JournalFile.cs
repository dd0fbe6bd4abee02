using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace RunSummary.Engine.Tests.Support;

/// <summary>A journal in a folder of its own, which goes with it.</summary>
internal sealed class JournalFile : IDisposable
{
    public const string RunId = "3f2b6a1c-0d5e-4c7a-9b8f-1e2d3c4b5a69";
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Time = "2026-03-02T10:15:30+00:00";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("RunSummary-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "run.jsonl");

    public string Folder => _folder.FullName;

    /// <summary>The lines that are whole by now, also while a run has the file open.</summary>
    public string[] Lines
    {
        get
        {
            using FileStream file = new(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using StreamReader reader = new(file);
            return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    public IReadOnlyList<JsonObject> Entries => [.. Lines.Select(line => JsonNode.Parse(line)!.AsObject())];

    public RunOptions Options => BulkBench.Options with { JournalPath = Path, ThrottleLimit = 1 };

    public RunOptions Resume => Options with { Resume = true };

    public static string Run(string runId = RunId, string? tenant = null, string endpoint = "https://graph.microsoft.com/") =>
        $$"""{"entry":"run","runId":"{{runId}}","time":"{{Time}}","tenantId":{{(tenant is null ? "null" : $"\"{tenant}\"")}},"endpoint":"{{endpoint}}"}""";

    /// <summary>Says that an error count is about to be replaced.</summary>
    public static string Intent(int script, int before, int value, string runId = RunId) =>
        Intent(script, $"\"errorDeviceCount\":{before},\"errorUserCount\":2,\"successDeviceCount\":3,\"successUserCount\":4", $"\"errorDeviceCount\":{value}", runId);

    public static string Intent(int script, string before, string values, string runId = RunId) =>
        $"{{\"entry\":\"intent\",{Common(script, runId)},\"before\":{{{before}}},\"values\":{{{values}}}}}";

    public static string Outcome(int script, int value, string runId = RunId) =>
        $"{{\"entry\":\"outcome\",{Common(script, runId)},\"values\":{{\"errorDeviceCount\":{value}}},"
        + $"\"returned\":{{\"errorDeviceCount\":{value},\"errorUserCount\":2,\"successDeviceCount\":3,\"successUserCount\":4}},"
        + $"\"id\":\"{Recorded.SummaryKey}\",\"requestId\":\"{Answer.RequestId}\"}}";

    public static string Failed(int script, int value, string error, string runId = RunId) =>
        $"{{\"entry\":\"outcome\",{Common(script, runId)},\"values\":{{\"errorDeviceCount\":{value}}},\"requestId\":null,\"error\":\"{error}\"}}";

    public void Write(params string[] lines) => File.WriteAllText(Path, string.Concat(lines.Select(line => line + "\n")));

    public static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

    public static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    /// <summary>Writes text as it is, its last line without an end.</summary>
    public void Append(string text) => File.AppendAllText(Path, text);

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Common(int script, string runId) =>
        $"\"runId\":\"{runId}\",\"time\":\"{Time}\",\"scriptType\":\"Shell\",\"scriptId\":\"{BulkBench.Script(script).Id}\",\"scriptName\":null";
}
