# The host has imported the module once already.
param([string] $Report)
$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/Report.ps1"
$manifest = [IO.Path]::Combine((Get-Module RunSummary).ModuleBase, 'RunSummary.psd1')

Import-Module $manifest -Force
Import-Module $manifest -Force
Connect-Sandbox
Send-Count 1

Import-Module $manifest -Force
Import-Module $manifest -Force
Connect-Sandbox
Send-Count 2

Remove-Module RunSummary
Add-Fact modules @(Get-Module RunSummary).Count
Import-Module $manifest
Connect-Sandbox
Send-Count 3

$shell = [powershell]::Create([initialsessionstate]::CreateDefault2())
[void] $shell.AddScript("Import-Module '$manifest'; (Get-DeviceScript -Name 'Install Company Portal' | Update-DeviceScriptRunSummary -SuccessDeviceCount 4).SuccessDeviceCount")
Add-Fact updated $shell.Invoke()[0]
$shell.Dispose()
Send-Count 5
Add-LoadedAssembly
