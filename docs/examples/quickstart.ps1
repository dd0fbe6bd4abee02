# Sign in as an application. $sandbox holds the addresses and the credential of the local service.
Connect-RunSummary -ClientSecretCredential $sandbox.Credential -TenantId $sandbox.TenantId -Authority $sandbox.Authority -GraphEndpoint $sandbox.GraphEndpoint
Get-RunSummaryContext

# All scripts of the tenant: Windows PowerShell, macOS shell, macOS custom attributes.
Get-DeviceScript

# What Intune has counted for some of them.
Get-DeviceScript -ScriptType Shell | Get-DeviceScriptRunSummary

# What an update would do.
Get-DeviceScript -Name 'Install Company Portal' | Update-DeviceScriptRunSummary -SuccessDeviceCount 412 -ErrorDeviceCount 3 -WhatIf

# The same, done. Only the counts that are given are written.
Get-DeviceScript -Name 'Install Company Portal' | Update-DeviceScriptRunSummary -SuccessDeviceCount 412 -ErrorDeviceCount 3

# Read back.
Get-DeviceScript -Name 'Install Company Portal' | Get-DeviceScriptRunSummary

# What devices and users reported instead, where the record says something else.
Get-DeviceScript -ScriptType Shell | Compare-DeviceScriptRunSummary -DriftOnly

# Repaired: only what has drifted is written.
Get-DeviceScript -ScriptType Shell | Compare-DeviceScriptRunSummary -DriftOnly | Update-DeviceScriptRunSummary

# Objects from anywhere will do. A value that is no count is refused for its object alone.
@{ ScriptType = 'Shell'; ScriptId = '00000000-0000-0000-0000-000000000001'; SuccessDeviceCount = '1,5' } | Update-DeviceScriptRunSummary

Disconnect-RunSummary
