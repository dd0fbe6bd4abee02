#Requires -Version 5.1
<#
.SYNOPSIS
Makes out/RunSummary.<version>.cdx.json, the list of what ships (CycloneDX).
.DESCRIPTION
What ships is what THIRD-PARTY-NOTICES.txt names, which the tests hold to the files. CycloneDX knows the packages, and more than ship; the
lock file of npm knows what the report in the engine is made with.
.PARAMETER Version
The version of the module.
#>
[CmdletBinding()]
param([Parameter(Mandatory)] [string] $Version)

$ErrorActionPreference = 'Stop'
$root = Resolve-Path -LiteralPath "$PSScriptRoot/../.."
$file = "$root/out/RunSummary.$Version.cdx.json"

function ConvertTo-Component([string] $Name, $Package) {
    $sha512 = -join ([Convert]::FromBase64String($Package.integrity.Substring('sha512-'.Length)) | ForEach-Object { $_.ToString('x2') })
    $purl = "pkg:npm/$($Name -replace '^@', '%40')@$($Package.version)"
    [pscustomobject]@{
        type      = 'library'
        'bom-ref' = $purl
        name      = $Name
        version   = $Package.version
        hashes    = @(@{ alg = 'SHA-512'; content = $sha512 })
        purl      = $purl
    }
}

& dotnet tool restore
& dotnet tool run dotnet-CycloneDX '--' "$root/src/RunSummary.Engine/RunSummary.Engine.csproj" --output "$root/out" --filename (Split-Path -Path $file -Leaf) `
    --output-format Json --set-name RunSummary --set-version $Version --set-type Library --disable-package-restore
if ($LASTEXITCODE -ne 0) { throw "CycloneDX failed with exit code $LASTEXITCODE." }

$list = Get-Content -LiteralPath $file -Raw -Encoding UTF8 | ConvertFrom-Json
# ConvertFrom-Json takes no empty name, which is that of the project itself.
$locked = (Get-Content -LiteralPath "$root/src/RunSummary.Engine/Reports/Web/package-lock.json" -Raw) -replace '"": ', '"project": ' | ConvertFrom-Json
$web = $locked.packages.PSObject.Properties | Where-Object Name -Like 'node_modules/*' |
    ForEach-Object { ConvertTo-Component ($_.Name -replace '^node_modules/') $_.Value }
$known = @($list.components) + @($web)

$list.components = @(
    Get-Content -LiteralPath "$root/THIRD-PARTY-NOTICES.txt" -Encoding UTF8 |
        Select-String -Pattern '^(\S+) +(\d+\.\d+\.\d+) +(MIT|Apache-2\.0) ' |
        ForEach-Object {
            $name, $number, $licence = $_.Matches[0].Groups.Value[1..3]
            $part = $known | Where-Object { $_.name -eq $name -and $_.version -eq $number } | Select-Object -First 1
            if (-not $part) { throw "THIRD-PARTY-NOTICES.txt names $name $number, which is no package of the engine or its report." }
            $part | Add-Member -NotePropertyName licenses -NotePropertyValue @(@{ license = @{ id = $licence } }) -Force -PassThru
        }
)
$ships = @($list.components.'bom-ref') + $list.metadata.component.'bom-ref'
$list.dependencies = @($list.dependencies | Where-Object ref -In $ships | ForEach-Object {
        if ($_.dependsOn) { $_.dependsOn = @($_.dependsOn | Where-Object { $_ -in $ships }) }
        $_
    })
[System.IO.File]::WriteAllText($file, ($list | ConvertTo-Json -Depth 20))
