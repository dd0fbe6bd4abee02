#Requires -Version 5.1
<#
.SYNOPSIS
Builds, tests, documents or packages RunSummary: a few lines over dotnet for people who live in PowerShell.
.PARAMETER Task
Build lays out/RunSummary; Test runs all tests; Pester runs those of tests/Pester alone, in this PowerShell; Help makes the help anew;
Package makes out/RunSummary.<version>.zip.
.EXAMPLE
./build.ps1 Test
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Pester', 'Help', 'Package')]
    [string] $Task = 'Build'
)

$ErrorActionPreference = 'Stop'
Set-Location -LiteralPath $PSScriptRoot

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $args failed with exit code $LASTEXITCODE." }
}

# In a process of its own, which lets go of the module's files at its end.
function Invoke-PesterTest {
    $shell = Get-Item -Path "$PSHOME/pwsh", "$PSHOME/pwsh.exe", "$PSHOME/powershell.exe" -ErrorAction Ignore | Select-Object -First 1
    & $shell.FullName -NoProfile -NonInteractive -ExecutionPolicy Bypass -File tests/Pester/Run.ps1
    if ($LASTEXITCODE -ne 0) { throw 'Tests of tests/Pester failed.' }
}

switch ($Task) {
    'Build' { Invoke-Dotnet build }
    'Test' {
        Invoke-Dotnet test
        Invoke-PesterTest
    }
    'Pester' {
        Invoke-Dotnet build
        Invoke-PesterTest
    }
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
