using System.Collections.Generic;

namespace RunSummary.Benchmarks.Soak;

/// <summary>Commands that a runspace runs as one, and the errors that they are to give.</summary>
internal sealed record SoakWork(string Script, params string[] Errors)
{
    public static IReadOnlyList<SoakWork> All { get; } =
    [
        new("Get-DeviceScript -ScriptType Shell -Session $session | Get-DeviceScriptRunSummary -Session $session"),
        new("Get-DeviceScript -Name 'Install*', 'Set*' -Session $session | Update-DeviceScriptRunSummary -SuccessDeviceCount 7 -Session $session"),
        new("Get-DeviceScript -ScriptType Shell -Session $session | Update-DeviceScriptRunSummary -ErrorUserCount 1 -JournalPath $journal -Session $session; Restore-DeviceScriptRunSummary -JournalPath $journal -Force -Confirm:$false -Session $session; [IO.File]::Delete($journal)"),
        new("Get-DeviceScript -ScriptType PowerShell -Session $session | Measure-DeviceScriptRunSummary -Session $session"),
        new("Get-DeviceScript -ScriptType Shell -Session $session | Compare-DeviceScriptRunSummary -DriftOnly -Session $session | Export-DeviceScriptRunSummaryReport -Path $report -Force"),
        new("do { Get-DeviceScript -Session $session | Get-DeviceScriptRunState -Session $session | ForEach-Object { break } } while ($false)"),
        new("@{ ScriptType = 'Shell'; ScriptId = 'no'; SuccessDeviceCount = '1,5' }, 5, $null | Update-DeviceScriptRunSummary -Session $session", "ScriptIdInvalid", "ScriptTypeUnknown", "ScriptTypeUnknown"),
        new("Connect-RunSummary @signIn; Get-RunSummaryContext; Disconnect-RunSummary"),
        new("Disconnect-RunSummary -Session $session; $global:session = $null; $global:session = Connect-RunSummary @signIn -PassThru"),
    ];
}
