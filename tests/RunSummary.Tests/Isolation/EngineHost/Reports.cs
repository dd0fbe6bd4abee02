using System;
using System.IO;
using System.Threading;
using RunSummary.Engine;

namespace RunSummary.EngineHost;

/// <summary>A report, which needs what is embedded in the engine.</summary>
internal static class Reports
{
    public static void Write(Facts facts, string path)
    {
        ReportRow row = new(new ScriptReference(DeviceScriptType.Shell, Guid.Empty, "Engine host"), new RunSummaryCounts(1, 2, 3, 4));
        ScriptReport report = new([row], new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), TenantId: null);
        EnginePort.Engine.WriteReport(report, new ReportTarget(path, ReportFormat.Html, NoClobber: true, Force: false), CancellationToken.None);
        facts.Add("report", File.ReadAllText(path).Contains("Engine host"));
        File.Delete(path);
    }
}
