#Requires -Version 5.1

$script:repository = Split-Path (Split-Path $PSScriptRoot)
$script:sandbox = $null

<#
.SYNOPSIS
Starts the local Graph as a process, on ports that are free, and connects the module to it.
It ends with this process at the latest.
.PARAMETER Option
More words for `serve`, such as --drift 3.
#>
function Open-Sandbox {
    param([string[]] $Option = @())

    Close-Sandbox
    $program = Get-ChildItem -Path (Join-Path $script:repository 'tests/Sandbox/bin') -Recurse -Filter RunSummary.Sandbox.dll -ErrorAction Ignore |
        Where-Object { Test-Path ([IO.Path]::ChangeExtension($_.FullName, 'runtimeconfig.json')) } |
        Sort-Object LastWriteTime | Select-Object -Last 1
    if (-not $program) { throw 'The sandbox is not built: run dotnet build.' }

    $start = New-Object Diagnostics.ProcessStartInfo 'dotnet', "`"$($program.FullName)`" serve --until-input-ends $Option"
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardInput = $true
    # Where Jobs.Tests.ps1 finds the certificate.
    $start.EnvironmentVariables['TMPDIR'] = (Get-PSDrive TestDrive).Root
    $process = [Diagnostics.Process]::Start($start)
    $script:sandbox = @{ Process = $process }

    $said = do {
        $line = $process.StandardOutput.ReadLine()
        $line
    } until ($null -eq $line -or $line.Trim() -eq 'Get-DeviceScript')
    if ($null -eq $line) { throw "The sandbox did not start: $said" }

    $script:sandbox.Connect = (@($said) -match '^\s+(Import-Module|Connect-RunSummary)').Trim() -join "`n"
    $script:sandbox.Token = [regex]::Match($said, '-AccessToken (\S+)').Groups[1].Value
    $script:sandbox.Endpoint = [regex]::Match($said, 'Graph at (\S+?),').Groups[1].Value
    $script:sandbox.Authority = [regex]::Match($said, 'sign-in at (\S+)').Groups[1].Value
    $script:sandbox.TenantId = [regex]::Match($said, 'tenant ([^)]+)').Groups[1].Value
    # From inside of a module an import is seen by that module alone, unless it is global.
    Import-Module ([regex]::Match($said, "Import-Module '(.+?)'").Groups[1].Value) -Global
    Connect-RunSummary -GraphEndpoint $script:sandbox.Endpoint -AccessToken $script:sandbox.Token
}

# What other processes and runspaces need to reach the sandbox: Connect, a script that imports the module and connects;
# Endpoint, Authority, TenantId and Token, what that is made of.
function Get-Sandbox { $script:sandbox }

function Close-Sandbox {
    if ($script:sandbox) {
        $script:sandbox.Process.StandardInput.Close()
        $script:sandbox.Process.WaitForExit()
        $script:sandbox = $null
    }
}

# The screen that views are written to, without colour and without blanks at the end of lines.
function Get-Screen {
    # Windows PowerShell has no colour to leave out.
    if (Get-Variable PSStyle -ErrorAction Ignore) { $PSStyle.OutputRendering = 'PlainText' }
    (($input | Out-String -Width 100) -split '\r?\n').TrimEnd() -ne ''
}
