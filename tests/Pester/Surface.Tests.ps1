BeforeAll {
    Import-Module "$PSScriptRoot/../../out/RunSummary/RunSummary.psd1"
    $script:path = "$PSScriptRoot/Surface.txt"
    $script:surface = @(& "$PSScriptRoot/Get-Surface.ps1")
}

Describe 'What users of the module rely on' {
    # Where a change is meant, RUNSUMMARY_UPDATE_SURFACE=1 writes the file anew.
    It 'is what Surface.txt says' {
        if ($env:RUNSUMMARY_UPDATE_SURFACE) {
            [IO.File]::WriteAllText($path, ($surface -join "`n") + "`n")
        }

        $changes = Compare-Object @(Get-Content $path) $surface -SyncWindow ([int]::MaxValue) -CaseSensitive | Sort-Object InputObject | ForEach-Object {
            $(if ($_.SideIndicator -eq '<=') { '- ' } else { '+ ' }) + $_.InputObject
        }
        if ($changes) { throw "It has changed, and what has a minus may break scripts:`n$($changes -join "`n")" }
    }

    It 'holds every command' {
        foreach ($name in (Get-Module RunSummary).ExportedCmdlets.Keys) {
            "$surface" | Should -Match "$name gives "
        }
    }
}
