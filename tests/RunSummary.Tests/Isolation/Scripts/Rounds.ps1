# Imports, signs in, updates and removes many times over, and tells now and then what the process holds.
param([string] $Report, [uri] $Graph, [uri] $Authority, [string] $Tenant, [string] $Client, [string] $Secret, [int] $Early, [int] $Late)
$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/Report.ps1"
$signIn = @{
    ClientSecretCredential = [pscredential]::new($Client, [Net.NetworkCredential]::new('', $Secret).SecurePassword)
    TenantId = $Tenant
    Authority = $Authority
    GraphEndpoint = $Graph
}
$manifest = [IO.Path]::Combine((Get-Module RunSummary).ModuleBase, 'RunSummary.psd1')

function Add-Measure {
    # Twice: what has a finalizer is gone only after the second.
    foreach ($time in 1, 2) { [GC]::Collect(); [GC]::WaitForPendingFinalizers() }
    $process = [Diagnostics.Process]::GetCurrentProcess()

    # .NET counts handles on Windows alone.
    $handles = if ($IsLinux) { [IO.Directory]::GetFileSystemEntries('/proc/self/fd').Count } else { $process.HandleCount }
    Add-Fact measured ([GC]::GetTotalMemory($true)) $process.Threads.Count $handles
}

foreach ($round in 1..$Late) {
    Remove-Module RunSummary
    Import-Module $manifest
    Connect-RunSummary @signIn
    Send-Count $round
    if ($round -in $Early, $Late) { Add-Measure }
}

foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies()) { Add-Fact held $assembly.GetName().Name }
