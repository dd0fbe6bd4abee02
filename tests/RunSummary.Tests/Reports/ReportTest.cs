using System;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using RunSummary.Tests.Commands;

namespace RunSummary.Tests.Reports;

/// <summary>A test that writes reports into a folder of its own, which <c>$folder</c> names.</summary>
public abstract class ReportTest : ConnectedTest
{
    protected const string Export = "Export-DeviceScriptRunSummaryReport";

    /// <summary>Three scripts: one recorded, one measured, one compared and drifted.</summary>
    protected const string Three = """
        @{ ScriptType = 'Shell'; ScriptId = $shell; ScriptName = 'Portal'; SuccessDeviceCount = 1180; ErrorDeviceCount = 4; SuccessUserCount = 112; ErrorUserCount = 0 },
        [pscustomobject]@{ ScriptType = 1; Id = $windows; DisplayName = 'BitLocker, "strict"'; SuccessDeviceCount = 3; ErrorDeviceCount = 1; Pending = 5; NotApplicable = 6; Unknown = 7; Total = 22; LatestState = [datetimeoffset]'2026-03-02T10:15:30Z' },
        [pscustomobject]@{ ScriptType = 'CustomAttribute'; ScriptId = $attribute; ScriptName = 'Battery'; SuccessDeviceCount = '0'; ErrorDeviceCount = '2'; SuccessUserCount = 1; ErrorUserCount = 1; Pending = 0; NotApplicable = 0; Unknown = 0; Total = 2; RecordedSuccessDeviceCount = 2; RecordedErrorDeviceCount = ''; RecordedSuccessUserCount = 1; RecordedErrorUserCount = 1; HasDrift = $true }
        """;

    protected string Folder { get; } = Directory.CreateTempSubdirectory("runsummary-report-").FullName;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Shell.SetVariable("folder", Folder);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a report on what a script gives, and returns its text.</summary>
    protected string Write(string input, string name, string parameters = "", object? objects = null)
    {
        Succeed($"{(input.Length == 0 ? "" : input + " | ")}{Export} $folder/{name} {parameters}", objects);
        return File.ReadAllText(PathOf(name));
    }

    /// <summary>Takes out when the report was made, and for which tenant.</summary>
    protected string WithoutPlace(string report) => Regex.Replace(
        report.Replace($"{Service.TenantId}", "TENANT", StringComparison.Ordinal), "20[0-9][0-9]-[0-9-]+ [0-9:]+ UTC", "TIME");
}
