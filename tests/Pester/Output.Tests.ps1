BeforeAll {
    Import-Module "$PSScriptRoot/Sandbox.psm1"
    Open-Sandbox -Option '--drift', 3
    $script:zone = Get-DeviceScript -Name 'Set time zone'

    # The labels in their order, and the values but for those that the machine's culture writes.
    function Get-ListText {
        $input | Format-List | Get-Screen | ForEach-Object { $_ -replace ' +: ', ' : ' -replace ' +:$', ' :' -replace '^(LatestState :).+', '$1' }
    }
}

AfterAll { Close-Sandbox }

Describe 'Lists' {
    It 'show a summary in order' {
        $zone | Get-DeviceScriptRunSummary | Get-ListText | Should -Be @(
            'ScriptName : Set time zone'
            'ScriptType : Shell'
            'ScriptId : 7a1c0013-5b1e-4c0a-9d61-2f6c0de50013'
            'Id : 20465a49-0144-1650-c73b-753657bf5a49'
            'SuccessDeviceCount : 111'
            'ErrorDeviceCount : 2'
            'SuccessUserCount : 125'
            'ErrorUserCount : 6'
        )
    }

    It 'show what was measured in order' {
        $zone | Measure-DeviceScriptRunSummary | Get-ListText | Should -Be @(
            'ScriptName : Set time zone'
            'ScriptType : Shell'
            'ScriptId : 7a1c0013-5b1e-4c0a-9d61-2f6c0de50013'
            'Id :'
            'SuccessDeviceCount : 121'
            'ErrorDeviceCount : 1'
            'SuccessUserCount : 115'
            'ErrorUserCount : 1'
            'Pending : 3'
            'NotApplicable : 1'
            'Unknown : 1'
            'Total : 127'
            'LatestState :'
        )
    }

    It 'show a comparison in order' {
        $zone | Compare-DeviceScriptRunSummary | Get-ListText | Should -Be @(
            'ScriptName : Set time zone'
            'ScriptType : Shell'
            'ScriptId : 7a1c0013-5b1e-4c0a-9d61-2f6c0de50013'
            'Id :'
            'HasDrift : True'
            'SuccessDeviceCount : 121'
            'RecordedSuccessDeviceCount : 111'
            'SuccessDeviceCountDifference : 10'
            'ErrorDeviceCount : 1'
            'RecordedErrorDeviceCount : 2'
            'ErrorDeviceCountDifference : -1'
            'SuccessUserCount : 115'
            'RecordedSuccessUserCount : 125'
            'SuccessUserCountDifference : -10'
            'ErrorUserCount : 1'
            'RecordedErrorUserCount : 6'
            'ErrorUserCountDifference : -5'
            'Pending : 3'
            'NotApplicable : 1'
            'Unknown : 1'
            'Total : 127'
            'LatestState :'
        )
    }
}

Describe 'Output' {
    It 'is sorted and grouped like any other' {
        $summaries = Get-DeviceScript | Get-DeviceScriptRunSummary
        ($summaries | Sort-Object ErrorDeviceCount -Descending | Select-Object -First 2).ScriptName | Should -Be 'Last full backup', 'Map network drives'
        ($summaries | Group-Object ScriptType | Sort-Object Count | ForEach-Object Count) | Should -Be 2, 3, 4
        ($summaries | Measure-Object ErrorUserCount -Sum).Sum | Should -Be (5 + 18 + 30 + 0 + 4 + 12 + 6 + 2 + 35)
    }

    It 'comes back from Export-Clixml, looks the same and is written as it is' {
        $file = Join-Path TestDrive: kept.xml
        $comparison = $zone | Compare-DeviceScriptRunSummary
        $comparison | Export-Clixml $file
        $kept = Import-Clixml $file
        $kept.PSTypeNames[0] | Should -Be 'Deserialized.RunSummary.RunSummaryComparison'
        $kept | Get-Screen | Should -Be ($comparison | Get-Screen)
        ($kept | Update-DeviceScriptRunSummary -WhatIf:$false).SuccessDeviceCount | Should -Be 121
    }

    It 'comes back from Export-Csv and is written as it is' {
        $file = Join-Path TestDrive: counts.csv
        Get-DeviceScript -ScriptType Shell | Get-DeviceScriptRunSummary |
            Select-Object ScriptType, ScriptId, SuccessDeviceCount, ErrorDeviceCount, SuccessUserCount, ErrorUserCount |
            Export-Csv $file -NoTypeInformation
        $rows = @(Import-Csv $file)
        foreach ($row in $rows) { $row.SuccessDeviceCount = 1000 + $row.SuccessDeviceCount }
        $after = @($rows | Update-DeviceScriptRunSummary)
        $after.SuccessDeviceCount | Should -Be $rows.SuccessDeviceCount
        $after.ErrorUserCount | Should -Be $rows.ErrorUserCount
    }

    It 'comes back from JSON and is written as it is' {
        $before = $zone | Get-DeviceScriptRunSummary
        $after = $before | ConvertTo-Json | ConvertFrom-Json | Update-DeviceScriptRunSummary
        $after.SuccessDeviceCount | Should -Be $before.SuccessDeviceCount
    }

    It 'ends with Select-Object -First, and the next command works' {
        Get-DeviceScript | Get-DeviceScriptRunSummary | Select-Object -First 1 | Should -HaveCount 1
        Get-DeviceScript | Get-DeviceScriptRunState | Select-Object -First 1 | Should -HaveCount 1
        Get-DeviceScript | Should -HaveCount 9
    }

    It 'leaves no token in a transcript' {
        $file = Join-Path (Get-PSDrive TestDrive).Root transcript.txt
        $null = Start-Transcript $file
        try {
            $VerbosePreference = $DebugPreference = 'Continue'
            Connect-RunSummary -GraphEndpoint (Get-Sandbox).Endpoint -AccessToken (Get-Sandbox).Token
            $zone | Get-DeviceScriptRunSummary | Out-Host
            try { @{ ScriptType = 'Shell'; ScriptId = 'none' } | Update-DeviceScriptRunSummary -ErrorAction Stop } catch { $_ | Out-String | Out-Host }
        }
        finally {
            $VerbosePreference = $DebugPreference = 'SilentlyContinue'
            $null = Stop-Transcript
        }

        $transcript = Get-Content $file -Raw
        $transcript | Should -Match 'Set time zone'
        $transcript | Should -Match 'VERBOSE: '
        $transcript.Contains((Get-Sandbox).Token) | Should -BeFalse
    }
}
