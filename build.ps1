#Requires -Version 5.1
<#
.SYNOPSIS
Builds, tests, documents or packages RunSummary: a few lines over dotnet for people who live in PowerShell.
.PARAMETER Task
Build lays out/RunSummary; Test runs all tests; Help makes the help anew; Package makes out/RunSummary.<version>.zip.
.EXAMPLE
./build.ps1 Test
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Help', 'Package')]
    [string] $Task = 'Build'
)

$ErrorActionPreference = 'Stop'
Set-Location -LiteralPath $PSScriptRoot

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $args failed with exit code $LASTEXITCODE." }
}

switch ($Task) {
    'Build' { Invoke-Dotnet build }
    'Test' { Invoke-Dotnet test }
    'Help' {
        Invoke-Dotnet build src/RunSummary
        ./docs/Update-Help.ps1
    }
    'Package' {
        Invoke-Dotnet build
        $version = (Import-PowerShellDataFile -LiteralPath RunSummary.psd1).ModuleVersion
        $package = Join-Path $PSScriptRoot "out/RunSummary.$version.zip"
        if (Test-Path -LiteralPath $package) { Remove-Item -LiteralPath $package }
        Add-Type -AssemblyName System.IO.Compression.FileSystem
        [System.IO.Compression.ZipFile]::CreateFromDirectory((Join-Path $PSScriptRoot 'out/RunSummary'), $package, 'Optimal', $true)
        $package
    }
}
