# Commands that examples use and the hosted engine lacks: those of PowerShell's own modules, and of others. They know the parameters that
# examples use and no others, so a slip in an example fails. The data is the sandbox's. RunSummary's own commands are always the real ones.

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

# Microsoft.Graph.Beta.DeviceManagement

function Get-MgBetaDeviceManagementDeviceShellScript {
    [CmdletBinding()]
    param([switch] $All)

    Get-DeviceScript -ScriptType Shell | ForEach-Object {
        [Microsoft.Graph.Beta.PowerShell.Models.MicrosoftGraphDeviceShellScript]@{ Id = $_.ScriptId; DisplayName = $_.DisplayName }
    }
}

Export-ModuleMember -Function *
