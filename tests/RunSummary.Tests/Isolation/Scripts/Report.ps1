# Dot-sourced by the scripts beside it, with $Report set: a line per fact, its parts separated by tabs.
function Add-Fact {
    [IO.File]::AppendAllText($Report, ($args -join "`t") + "`n")
}

function Add-LoadedAssembly {
    foreach ($context in [Runtime.Loader.AssemblyLoadContext]::All) {
        foreach ($assembly in $context.Assemblies) {
            if (-not $assembly.IsDynamic) {
                $name = $assembly.GetName()
                Add-Fact loaded $context.Name $name.Name $name.Version $assembly.Location
            }
        }
    }
}

function Connect-Sandbox {
    Connect-RunSummary -ClientSecretCredential $sandbox.Credential -TenantId $sandbox.TenantId -Authority $sandbox.Authority -GraphEndpoint $sandbox.GraphEndpoint
}

function Send-Count([int] $Count) {
    $updated = Get-DeviceScript -Name 'Install Company Portal' | Update-DeviceScriptRunSummary -SuccessDeviceCount $Count
    Add-Fact updated $updated.SuccessDeviceCount
}
