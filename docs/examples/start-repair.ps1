<#
.SYNOPSIS
    Starts a job of repair-drift.ps1 for each part of the tenant, waits for all of them, and fails where one did.
.DESCRIPTION
    A parent runbook for Azure Automation. Needs Az.Accounts and Az.Automation, and the role Automation Operator on the account.
#>
param(
    [Parameter(Mandatory)] [string] $ResourceGroupName,
    [Parameter(Mandatory)] [string] $AutomationAccountName,
    [string] $RunbookName = 'Repair-Drift',
    [int] $PartitionCount = 4
)

$ErrorActionPreference = 'Stop'
$null = Connect-AzAccount -Identity
$account = @{ ResourceGroupName = $ResourceGroupName; AutomationAccountName = $AutomationAccountName }

# A job that stopped short of its end is as good as failed: its part isn't done.
$ended = 'Completed', 'Failed', 'Stopped', 'Suspended'

# A parent that was cut off begins anew, while its children go on. They are waited for, so that no two jobs share one job's limit.
while (Get-AzAutomationJob @account -RunbookName $RunbookName | Where-Object Status -NotIn $ended) {
    Start-Sleep -Seconds 30
}

$jobs = foreach ($index in 0..($PartitionCount - 1)) {
    Start-AzAutomationRunbook @account -Name $RunbookName -Parameters @{ PartitionIndex = $index; PartitionCount = $PartitionCount }
}

do {
    Start-Sleep -Seconds 30
    $states = foreach ($job in $jobs) { Get-AzAutomationJob @account -Id $job.JobId }
} while ($states | Where-Object Status -NotIn $ended)

$states | ForEach-Object { "$($_.JobId) $($_.Status)" }
$failed = @($states | Where-Object Status -NE 'Completed')
if ($failed.Count -gt 0) {
    throw "$($failed.Count) of $PartitionCount parts are not done: $($failed.JobId -join ', ')."
}
