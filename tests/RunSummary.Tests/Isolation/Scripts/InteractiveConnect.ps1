# Tries to sign in a user, in a process with the arguments that a test gives it and from a host of the name that it gives.
param([string] $Report, [switch] $NonInteractive, [string] $HostName = 'ConsoleHost', [string] $Other)

. $PSScriptRoot/Report.ps1

$env:AZUREPS_HOST_ENVIRONMENT = ''
$env:DISPLAY = ':0'

# For whoever became another user no browser is opened.
$env:SUDO_USER = 'ada'
$hostOptions = [RunSummary.Sandbox.Hosting.HostOptions] @{ Name = $HostName }
$session = [RunSummary.Sandbox.Hosting.PowerShellSession]::new([RunSummary.Sandbox.Hosting.SessionOptions] @{ Host = $hostOptions })
$session.SetVariable('sandbox', $sandbox)
$session.Import([RunSummary.Sandbox.RepositoryPaths]::Manifest)
foreach ($failure in $session.Invoke('Connect-RunSummary -Authority $sandbox.Authority -GraphEndpoint $sandbox.GraphEndpoint -TimeoutSeconds 5').AllErrors) {
    Add-Fact error $failure.FullyQualifiedErrorId
    Add-Fact words $failure.Exception.Message
}

$session.Dispose()
