# Tries to sign in a user, in a process with the arguments that a test gives it.
param([string] $Report, [switch] $NonInteractive, [string] $Other)

. $PSScriptRoot/Report.ps1

$env:AZUREPS_HOST_ENVIRONMENT = ''
$env:DISPLAY = ':0'
try {
    Connect-RunSummary -Authority $sandbox.Authority -GraphEndpoint $sandbox.GraphEndpoint -TimeoutSeconds 5
    Add-Fact error none
}
catch {
    Add-Fact error $_.FullyQualifiedErrorId
    Add-Fact words $_.Exception.Message
}
