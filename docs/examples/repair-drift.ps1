<#
.SYNOPSIS
    Repairs the run summaries that have drifted from the run states of their scripts, in one part of the tenant or in all of it.
.DESCRIPTION
    A runbook for Azure Automation, alone or as a child of start-repair.ps1. Writes what it repaired, and fails where a script failed.
#>
param(
    [int] $PartitionIndex = 0,
    [int] $PartitionCount = 1,

    # How to sign in. A runbook has the managed identity of its account.
    [hashtable] $SignIn = @{ Identity = $true },

    # Shows what would be repaired.
    [switch] $WhatIf
)

$ErrorActionPreference = 'Stop'

# The limit of writes is the application's: each job takes its share. Jobs may share a process, and with it the default session.
$session = Connect-RunSummary @SignIn -PassThru -WriteLimit ([Math]::Max(1, [Math]::Floor(200 / $PartitionCount)))

try {
    Get-DeviceScript -Session $session -PartitionIndex $PartitionIndex -PartitionCount $PartitionCount |
        Compare-DeviceScriptRunSummary -Session $session -DriftOnly -ErrorAction Continue -ErrorVariable unread |
        Update-DeviceScriptRunSummary -Session $session -WhatIf:$WhatIf -ErrorAction Continue -ErrorVariable unwritten

    if ($unread.Count + $unwritten.Count -gt 0) {
        throw "Part $PartitionIndex of ${PartitionCount}: $($unread.Count) scripts could not be read and $($unwritten.Count) not be written."
    }
}
finally {
    Disconnect-RunSummary -Session $session
}
