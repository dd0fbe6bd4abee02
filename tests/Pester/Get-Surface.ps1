#Requires -Version 5.1
<#
.SYNOPSIS
Gives what users of the imported module rely on, a line each: commands, parameters, types and their properties.
#>
function Get-TypeText([type] $Type) {
    $nullable = [Nullable]::GetUnderlyingType($Type)
    if ($nullable) { return "$($nullable.FullName)?" }
    if (-not $Type.IsGenericType) { return $Type.FullName }
    "$($Type.Namespace).$($Type.Name -replace '`.*')[$(($Type.GetGenericArguments() | ForEach-Object { Get-TypeText $_ }) -join ', ')]"
}

function Get-SetText($Set) {
    $words = @($Set.Key -replace '^__AllParameterSets$', 'any set')
    if ($Set.Value.IsMandatory) { $words += 'mandatory' }
    if ($Set.Value.Position -ge 0) { $words += "position $($Set.Value.Position)" }
    if ($Set.Value.ValueFromPipeline) { $words += 'piped' }
    if ($Set.Value.ValueFromPipelineByPropertyName) { $words += 'piped by name' }
    $words -join ' '
}

$module = Get-Module RunSummary
$common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
foreach ($command in $module.ExportedCmdlets.Values | Sort-Object Name) {
    $attribute = $command.ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $false)[0]
    $default = if ($command.DefaultParameterSet) { ", default set $($command.DefaultParameterSet)" }
    $asks = if ($attribute.SupportsShouldProcess) { ", -WhatIf, confirms from $($attribute.ConfirmImpact)" }
    "$($command.Name) gives $(($command.OutputType.Name | Sort-Object) -join ', ')$default$asks"
    foreach ($parameter in $command.Parameters.Values | Where-Object Name -NotIn $common | Sort-Object Name) {
        $sets = ($parameter.ParameterSets.GetEnumerator() | Sort-Object Key | ForEach-Object { Get-SetText $_ }) -join '; '
        $aliases = if ($parameter.Aliases) { " aka $(($parameter.Aliases | Sort-Object) -join ', ')" }
        "$($command.Name) -$($parameter.Name)$aliases $(Get-TypeText $parameter.ParameterType): $sets"
    }
}

foreach ($type in $module.ImplementingAssembly.GetExportedTypes() | Where-Object Namespace -EQ RunSummary | Sort-Object FullName) {
    if ($type.IsEnum) {
        "[$($type.FullName)] $([enum]::GetNames($type) -join ', ')"
        continue
    }

    $base = if ($type.BaseType -and $type.BaseType -ne [object]) { " is $($type.BaseType.FullName)" }
    "[$($type.FullName)]$base"
    foreach ($property in $type.GetProperties() | Where-Object DeclaringType -EQ $type | Sort-Object Name) {
        "[$($type.FullName)].$($property.Name) $(Get-TypeText $property.PropertyType)$(if (-not $property.GetSetMethod()) { ', read only' })"
    }
}
