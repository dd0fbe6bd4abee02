# Imports, connects, updates and removes many times over, and tells now and then what the process holds.
param([string] $Report, [string] $Sandbox, [string] $Token, [int] $Early, [int] $Late)
$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/Report.ps1"
$manifest = [IO.Path]::Combine((Get-Module RunSummary).ModuleBase, 'RunSummary.psd1')

function Add-Measure {
    # Twice: what has a finalizer is gone only after the second.
    foreach ($time in 1, 2) { [GC]::Collect(); [GC]::WaitForPendingFinalizers() }
    $process = [Diagnostics.Process]::GetCurrentProcess()
    Add-Fact measured ([GC]::GetTotalMemory($true)) $process.Threads.Count $process.HandleCount
}

foreach ($round in 1..$Late) {
    Remove-Module RunSummary
    Import-Module $manifest
    Connect-RunSummary -AccessToken $Token -GraphEndpoint $Sandbox
    Send-Count $round
    if ($round -in $Early, $Late) { Add-Measure }
}

foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies()) { Add-Fact held $assembly.GetName().Name }
