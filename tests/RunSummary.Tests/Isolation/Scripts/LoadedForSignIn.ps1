# Signs in one way, updates, and tells what was loaded for it.
param([string] $Report, [string] $Way)

. $PSScriptRoot/Report.ps1

if ($Way -eq 'Token') {
    Connect-RunSummary -AccessToken $sandbox.AccessToken -GraphEndpoint $sandbox.GraphEndpoint
}
else {
    Connect-Sandbox
}

Send-Count 6
Add-LoadedAssembly
