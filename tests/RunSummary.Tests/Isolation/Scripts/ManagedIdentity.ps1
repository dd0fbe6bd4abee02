# Signs in as the identity of a host of Azure.
param([string] $Report, [string] $AzureHost)

. $PSScriptRoot/Report.ps1

foreach ($name in 'IDENTITY_ENDPOINT', 'IDENTITY_HEADER') {
    [Environment]::SetEnvironmentVariable($name, '')
}

foreach ($variable in $sandbox.AzureHosts[$AzureHost].GetEnumerator()) {
    [Environment]::SetEnvironmentVariable($variable.Key, $variable.Value)
}

Connect-RunSummary -Identity -GraphEndpoint $sandbox.GraphEndpoint
Add-Fact authType (Get-RunSummaryContext).AuthType
$updated = Get-DeviceScript -Name 'Install Company Portal' | Update-DeviceScriptRunSummary -ErrorUserCount 6
Add-Fact updated $updated.ErrorUserCount
