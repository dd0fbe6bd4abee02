# Commands that examples use and the hosted engine lacks: those of PowerShell's own modules, and of others. They know the parameters that
# examples use and no others, so a slip in an example fails. The data is the sandbox's. RunSummary's own commands are always the real ones.

[Diagnostics.CodeAnalysis.SuppressMessage('PSAvoidOverwritingBuiltInCmdlets', '', Justification = 'A stand-in takes a name that is taken elsewhere.')]
[Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'It changes what is held for the examples.')]
[Diagnostics.CodeAnalysis.SuppressMessage('PSAvoidGlobalVars', '', Justification = 'Examples share variables with it.')]
param()

# Microsoft.PowerShell.Utility

function Import-Csv {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)] [string] $Path)

    $lines = [System.IO.File]::ReadAllLines($PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path))
    $names = $lines[0].Split(',').Trim('"')
    for ($row = 1; $row -lt $lines.Count; $row++) {
        $cells = [regex]::Matches($lines[$row], '(?<=^|,)(?:"((?:[^"]|"")*)"|([^,"]*))(?=,|$)')
        $properties = [ordered]@{}
        0..($names.Count - 1) | ForEach-Object { $properties[$names[$_]] = $cells[$_].Groups[1].Value.Replace('""', '"') + $cells[$_].Groups[2].Value }
        [pscustomobject]$properties
    }
}

function Export-Csv {
    [CmdletBinding()]
    param([Parameter(Mandatory, ValueFromPipeline)] [object] $InputObject, [Parameter(Mandatory, Position = 0)] [string] $Path, [switch] $NoTypeInformation)

    begin { $lines = @() }
    process {
        if ($lines.Count -eq 0) { $lines += ($InputObject.PSObject.Properties.Name | ForEach-Object { "`"$_`"" }) -join ',' }
        $lines += ($InputObject.PSObject.Properties.Value | ForEach-Object { "`"$("$_".Replace('"', '""'))`"" }) -join ','
    }
    end { [System.IO.File]::WriteAllLines($PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path), [string[]] $lines) }
}

function Select-Object {
    [CmdletBinding()]
    param([Parameter(ValueFromPipeline)] [object] $InputObject, [Parameter(Position = 0)] [string[]] $Property, [int] $First = [int]::MaxValue)

    begin { $number = 0 }
    process {
        $number++
        if ($number -gt $First) { return }
        if (-not $Property) { return $InputObject }
        $selected = [ordered]@{}
        $Property | ForEach-Object { $selected[$_] = $InputObject.$_ }
        [pscustomobject]$selected
    }
}

function Group-Object {
    [CmdletBinding()]
    param([Parameter(ValueFromPipeline)] [object] $InputObject, [Parameter(Mandatory, Position = 0)] [object] $Property, [switch] $NoElement)

    begin { $groups = [ordered]@{} }
    process {
        $name = if ($Property -is [scriptblock]) { $InputObject | ForEach-Object $Property } else { $InputObject.$Property }
        $groups["$name"] += @($InputObject)
    }
    end {
        $groups.GetEnumerator() | ForEach-Object {
            $group = [pscustomobject]@{ Count = $_.Value.Count; Name = $_.Key; Group = $_.Value }
            if ($NoElement) { $group | Select-Object Count, Name } else { $group }
        }
    }
}

# Microsoft.PowerShell.Security

function Get-Credential {
    [CmdletBinding()]
    param()

    $global:credential
}

# Azure Automation

function Get-AutomationPSCredential {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Name)

    $global:credential
}

# Microsoft.PowerShell.Management

function Remove-Item {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)] [string[]] $Path)

    $Path | ForEach-Object { [System.IO.File]::Delete($PSCmdlet.GetUnresolvedProviderPathFromPSPath($_)) }
}

# Az.Accounts and Az.Storage. $blobs is the folder that stands for the one container.

function Connect-AzAccount {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [switch] $Identity)

    [pscustomobject]@{ Identity = $Identity }
}

function New-AzStorageContext {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $StorageAccountName, [Parameter(Mandatory)] [switch] $UseConnectedAccount)

    [pscustomobject]@{ Folder = $global:blobs }
}

function Get-AzStorageBlobContent {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Container, [Parameter(Mandatory)] [object] $Context, [Parameter(Mandatory)] [string] $Blob, [Parameter(Mandatory)] [string] $Destination, [switch] $Force)

    [System.IO.File]::Copy("$($Context.Folder)/$Blob", $Destination, $Force)
}

function Set-AzStorageBlobContent {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Container, [Parameter(Mandatory)] [object] $Context, [Parameter(Mandatory)] [string] $Blob, [Parameter(Mandatory)] [string] $File, [switch] $Force)

    [System.IO.File]::Copy($File, "$($Context.Folder)/$Blob", $Force)
}

# Microsoft.Graph.Beta.DeviceManagement

function Get-MgBetaDeviceManagementDeviceShellScript {
    [CmdletBinding()]
    param([switch] $All)

    Get-DeviceScript -ScriptType Shell | ForEach-Object {
        [Microsoft.Graph.Beta.PowerShell.Models.MicrosoftGraphDeviceShellScript]@{ Id = $_.ScriptId; DisplayName = $_.DisplayName }
    }
}

Export-ModuleMember -Function *
