# The host has imported the module; nothing here needs Graph.
param([string] $Report)
$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/Report.ps1"

Add-Fact imported (Get-Module RunSummary).Version
foreach ($command in Get-Command -Module RunSummary) { Add-Fact command $command.Name $command.Parameters.Count }
Get-RunSummaryContext
Disconnect-RunSummary
try { Get-DeviceScript } catch { Add-Fact refused $_.FullyQualifiedErrorId }
Add-LoadedAssembly
