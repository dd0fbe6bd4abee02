# Signs in as an identity that a virtual machine was assigned, at the sandbox of the caller.
param([string] $Report, [string] $Sandbox, [string] $Parameter, [string] $Id)

. $PSScriptRoot/Report.ps1

foreach ($name in 'IDENTITY_ENDPOINT', 'IDENTITY_HEADER') {
    [Environment]::SetEnvironmentVariable($name, '')
}

[Environment]::SetEnvironmentVariable('AZURE_POD_IDENTITY_AUTHORITY_HOST', $Sandbox)
$identity = @{ $Parameter = $Id }
Connect-RunSummary -Identity @identity -GraphEndpoint $Sandbox
Add-Fact clientId (Get-RunSummaryContext).ClientId
$updated = Get-DeviceScript -Name 'Install Company Portal' | Update-DeviceScriptRunSummary -ErrorUserCount 6
Add-Fact updated $updated.ErrorUserCount
