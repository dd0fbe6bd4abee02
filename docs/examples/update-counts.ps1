<#
.SYNOPSIS
    Updates run summaries from a CSV in a storage account, and keeps the journal of the run beside it.
.DESCRIPTION
    A runbook for Azure Automation. Needs Az.Accounts and Az.Storage, and the role Storage Blob Data Contributor on the container. Writes the
    summaries as they are now, and fails where a row failed.
#>
param(
    [Parameter(Mandatory)] [string] $StorageAccountName,
    [string] $ContainerName = 'run-summaries',
    [string] $BlobName = 'counts.csv',

    # How to sign in. A runbook has the managed identity of its account.
    [hashtable] $SignIn = @{ Identity = $true }
)

$ErrorActionPreference = 'Stop'
$null = Connect-AzAccount -Identity
$container = @{ Container = $ContainerName; Context = New-AzStorageContext -StorageAccountName $StorageAccountName -UseConnectedAccount }

# The disk of a job in the cloud is gone with the job, so nothing that matters stays on it.
$counts = [System.IO.Path]::GetTempFileName()
$journal = [System.IO.Path]::GetTempFileName()
$null = Get-AzStorageBlobContent @container -Blob $BlobName -Destination $counts -Force

# Jobs of an account may share a process, and with it the default session.
$session = Connect-RunSummary @SignIn -PassThru
try {
    # What an earlier run wrote isn't written again.
    Import-Csv $counts |
        Update-DeviceScriptRunSummary -Session $session -SkipUnchanged -JournalPath $journal -ErrorAction Continue -ErrorVariable failed
}
finally {
    Disconnect-RunSummary -Session $session
    $null = Set-AzStorageBlobContent @container -File $journal -Blob "$BlobName.$([datetime]::UtcNow.ToString('yyyyMMdd-HHmmss')).jsonl" -Force
    Remove-Item $counts, $journal
}

if ($failed.Count -gt 0) {
    throw "$($failed.Count) rows of $BlobName were not written."
}
