# Connects and writes a report with the module of a folder that isn't whole. The host has imported a whole one into the default context
# already, so this one's root gets a context of its own.
param([string] $Report, [string] $Folder)
. "$PSScriptRoot/Report.ps1"

Remove-Module RunSummary
$context = [Runtime.Loader.AssemblyLoadContext]::new('Incomplete')
Import-Module -Assembly $context.LoadFromAssemblyPath([IO.Path]::Combine($Folder, 'RunSummary.dll'))

$connect = { Connect-RunSummary -AccessToken $sandbox.AccessToken -GraphEndpoint $sandbox.GraphEndpoint }
$export = { @{ ScriptType = 'Shell'; ScriptId = [guid]::NewGuid(); ErrorUserCount = 1 } | Export-DeviceScriptRunSummaryReport -Path "$Folder/report.csv" }
foreach ($command in $connect, $export, $connect) {
    try { & $command }
    catch { Add-Fact error $_.FullyQualifiedErrorId $_.CategoryInfo.Category $_.Exception.Message $_.ErrorDetails.RecommendedAction }
}
