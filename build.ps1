#Requires -Version 5.1
<#
.SYNOPSIS
Builds, tests, documents or packages RunSummary: a few lines over dotnet for people who live in PowerShell.
.PARAMETER Task
Build lays out/RunSummary; Test runs all tests; Pester runs those of tests/Pester alone, in this PowerShell; Help makes the help anew;
Package makes out/RunSummary.<version>.nupkg as the PowerShell Gallery takes it, out/RunSummary.zip as Azure Automation takes it, and
the list of what is in them, out/RunSummary.<version>.cdx.json. Where RUNSUMMARY_SIGNING_CERTIFICATE names a PFX file, with its password in
RUNSUMMARY_SIGNING_PASSWORD and a timestamp server in RUNSUMMARY_SIGNING_TIMESTAMPER, they are signed.
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

# Only Windows signs files for PowerShell.
function Add-FileSignature {
    if (-not $env:RUNSUMMARY_SIGNING_CERTIFICATE) { return }
    if (-not (Get-Command -Name Set-AuthenticodeSignature -ErrorAction Ignore)) {
        Write-Warning 'The files of the module are not signed: that takes Windows.'
        return
    }

    $certificate = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new(
        (Resolve-Path -LiteralPath $env:RUNSUMMARY_SIGNING_CERTIFICATE).ProviderPath, $env:RUNSUMMARY_SIGNING_PASSWORD)
    $how = @{ Certificate = $certificate; HashAlgorithm = 'SHA256' }
    if ($env:RUNSUMMARY_SIGNING_TIMESTAMPER) { $how.TimestampServer = $env:RUNSUMMARY_SIGNING_TIMESTAMPER }
    Get-ChildItem -Path out/RunSummary -Recurse -Include RunSummary*.dll, *.psd1, *.ps1xml |
        Set-AuthenticodeSignature @how |
        Where-Object { $_.Status -ne 'Valid' } |
        ForEach-Object { throw "$($_.Path) is not signed: $($_.StatusMessage)" }
}

function Add-PackageSignature([string] $Path) {
    if (-not $env:RUNSUMMARY_SIGNING_CERTIFICATE) { return }
    $how = @('--certificate-path', $env:RUNSUMMARY_SIGNING_CERTIFICATE)
    if ($env:RUNSUMMARY_SIGNING_PASSWORD) { $how += '--certificate-password', $env:RUNSUMMARY_SIGNING_PASSWORD }
    if ($env:RUNSUMMARY_SIGNING_TIMESTAMPER) { $how += '--timestamper', $env:RUNSUMMARY_SIGNING_TIMESTAMPER }
    & dotnet nuget sign $Path @how
    if ($LASTEXITCODE -ne 0) { throw "$Path can't be signed." }
}

# Azure Automation wants the zip, the folder in it and the manifest to have the same name. Like the package, it is the same to the byte each time.
function Compress-Module {
    Add-Type -AssemblyName System.IO.Compression, System.IO.Compression.FileSystem
    $folder = Join-Path $PSScriptRoot 'out/RunSummary'
    $zip = [System.IO.Compression.ZipFile]::Open("$folder.zip", 'Create')
    try {
        $names = [string[]] (Get-ChildItem -LiteralPath $folder -Recurse -File | ForEach-Object { $_.FullName.Substring($folder.Length + 1) -replace '\\', '/' })
        [array]::Sort($names, [StringComparer]::Ordinal)
        foreach ($name in $names) {
            $entry = $zip.CreateEntry("RunSummary/$name")
            $entry.LastWriteTime = [datetime] '1980-01-01'
            $content = $entry.Open()
            $bytes = [System.IO.File]::ReadAllBytes((Join-Path $folder $name))
            $content.Write($bytes, 0, $bytes.Length)
            $content.Dispose()
        }
    } finally {
        $zip.Dispose()
    }
}

function Invoke-Task {
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
            if ($env:RUNSUMMARY_SIGNING_CERTIFICATE) { $null = Resolve-Path -LiteralPath $env:RUNSUMMARY_SIGNING_CERTIFICATE }
            Remove-Item -Path out/RunSummary, out/RunSummary.* -Recurse -ErrorAction Ignore
            Invoke-Dotnet build src/RunSummary.Package
            if (-not $env:RUNSUMMARY_SIGNING_CERTIFICATE) { 'Not signed: RUNSUMMARY_SIGNING_CERTIFICATE names no certificate.' }
            Add-FileSignature
            Invoke-Dotnet pack src/RunSummary.Package --no-build
            $version = (Import-PowerShellDataFile -LiteralPath RunSummary.psd1).ModuleVersion
            Add-PackageSignature "out/RunSummary.$version.nupkg"
            Compress-Module
            ./src/RunSummary.Package/Export-PartList.ps1 $version
            Get-Item -Path "out/RunSummary.$version.*", out/RunSummary.zip | ForEach-Object FullName
        }
    }
}

Push-Location -LiteralPath $PSScriptRoot
try {
    Invoke-Task
} finally {
    Pop-Location
}
