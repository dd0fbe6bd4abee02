#Requires -Version 5.1
<#
.SYNOPSIS
Runs the Pester tests against the module as built in out/RunSummary, and ends with one line of counts.
.PARAMETER Version
The version of Pester, of those that NuGet brings. Without it, the newest in PSModulePath from 5.5 on, and NuGet's where there is none.
.PARAMETER File
The test files to run; wildcards are allowed.
#>
[CmdletBinding()]
param([string] $Version, [string] $File = '*')

$ErrorActionPreference = 'Stop'
$oldest = [version] '5.5'

function Find-Pester {
    if (-not $Version) {
        $installed = Get-Module -ListAvailable -Name Pester | Where-Object { $_.Version -ge $oldest } | Sort-Object Version | Select-Object -Last 1
        if ($installed) { return $installed.Path }
    }

    if (-not (Get-Command -Name dotnet -ErrorAction Ignore)) { return }
    $null = & dotnet restore $PSScriptRoot --verbosity quiet
    if ($LASTEXITCODE -ne 0) { return }
    $packages = "$(& dotnet nuget locals global-packages --list)" -replace '^global-packages: '
    $wanted = if ($Version) { $Version } else { '*' }
    Get-ChildItem -Path (Join-Path $packages "pester/$wanted/tools/Pester.psd1") -ErrorAction Ignore |
        Sort-Object { (Import-PowerShellDataFile $_.FullName).ModuleVersion -as [version] } | Select-Object -Last 1 -ExpandProperty FullName
}

$files = @(Get-ChildItem -Path $PSScriptRoot -Filter *.Tests.ps1 | Where-Object BaseName -Like "$File*")
if (-not $files) { throw "No file in '$PSScriptRoot' is called '$File*.Tests.ps1'." }
$pester = Find-Pester
if (-not $pester) {
    "Pester $(if ($Version) { $Version } else { "$oldest or later" }) isn't here and can't be had: $($files.Count) test files not run."
    "Pester: 0 passed, 0 failed, $($files.Count) skipped"
    # Where everything can be had, that is a mistake.
    exit [int] [bool] $env:GITHUB_ACTIONS
}

Import-Module $pester
$configuration = New-PesterConfiguration
$configuration.Run.Path = $files.FullName
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Detailed'
$configuration.Output.RenderMode = 'Plaintext'
$run = Invoke-Pester -Configuration $configuration
if (-not $run) { throw 'Pester gave no result.' }

# A file that can't be read, or a block that fails around its tests, is a failure as well.
$failed = [Math]::Max($run.FailedCount, $run.FailedContainersCount + $run.FailedBlocksCount)
"Pester $((Get-Module Pester).Version) in PowerShell $($PSVersionTable.PSVersion): $($run.PassedCount) passed, $failed failed, $($run.SkippedCount) skipped"
exit [int] ($failed -gt 0 -or $run.PassedCount -eq 0)
