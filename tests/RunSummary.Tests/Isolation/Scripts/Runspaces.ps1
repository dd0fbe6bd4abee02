# Many runspaces at once import, connect and update: first each with a session of its own, then all with the one of the process.
param([string] $Report, [int] $Count)
$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/Report.ps1"
$manifest = [IO.Path]::Combine((Get-Module RunSummary).ModuleBase, 'RunSummary.psd1')
Remove-Module RunSummary

# Gives a line of facts for each: the inputs, the outputs that hold what was written, all outputs, and the errors.
$work = {
    param($manifest, $sandbox, $number, $barrier)
    Import-Module $manifest
    $connect = @{ ClientSecretCredential = $sandbox.Credential; TenantId = $sandbox.TenantId; Authority = $sandbox.Authority; GraphEndpoint = $sandbox.GraphEndpoint }

    function Send-All($What, $Count, $Session) {
        $scripts = @(Get-DeviceScript -ScriptType Shell @Session) * 2
        $updated = @($scripts | Update-DeviceScriptRunSummary -SuccessDeviceCount $Count -ErrorVariable failed -ErrorAction SilentlyContinue @Session)
        , @($What, $scripts.Count, @($updated | Where-Object SuccessDeviceCount -EQ $Count).Count, $updated.Count, $failed.Count)
    }

    [void] $barrier.SignalAndWait()
    $own = Connect-RunSummary @connect -PassThru
    Send-All own $number @{ Session = $own }
    [void] $barrier.SignalAndWait()
    Send-All shared (100 + $number) @{}
    [void] $barrier.SignalAndWait()

    # None of the others' connects has ended it.
    Send-All again (200 + $number) @{ Session = $own }
}

$barrier = [Threading.Barrier]::new($Count)
$running = foreach ($number in 1..$Count) {
    $shell = [powershell]::Create([initialsessionstate]::CreateDefault2()).AddScript($work)
    [void] $shell.AddArgument($manifest).AddArgument($sandbox).AddArgument($number).AddArgument($barrier)
    @{ Shell = $shell; Result = $shell.BeginInvoke() }
}

foreach ($one in $running) {
    foreach ($line in $one.Shell.EndInvoke($one.Result)) { Add-Fact @line }
    foreach ($failure in $one.Shell.Streams.Error) { Add-Fact failed $failure.FullyQualifiedErrorId $failure.Exception.Message }
    $one.Shell.Dispose()
}

Add-LoadedAssembly
