# Imports the module from elsewhere, after it was imported already, in each way; and then again from where it was.
param([string] $Report, [string] $Manifest)
. "$PSScriptRoot/Report.ps1"
$first = [IO.Path]::Combine((Get-Module RunSummary).ModuleBase, 'RunSummary.psd1')

function Import-Other([switch] $Force) {
    try {
        Import-Module $Manifest -Force:$Force -ErrorAction Stop
        Add-Fact import $Force done
    }
    catch {
        Add-Fact import $Force $_.FullyQualifiedErrorId $_.Exception.Message
    }
    Add-Fact modules @(Get-Module RunSummary).Count
}

Import-Other
Connect-Sandbox
Send-Count 1
Import-Other -Force
Send-Count 2

Remove-Module RunSummary
Import-Other
Remove-Module RunSummary -ErrorAction Ignore
Import-Module $first
Connect-Sandbox
Send-Count 3
Add-LoadedAssembly
