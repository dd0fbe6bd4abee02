BeforeAll {
    Import-Module "$PSScriptRoot/Sandbox.psm1"
    Open-Sandbox -Option '--drift', 3
    $script:portal = @{ ScriptType = 'Shell'; ScriptId = '7a1c0011-5b1e-4c0a-9d61-2f6c0de50011' }
}

AfterAll { Close-Sandbox }

Describe 'Reading' {
    It 'shows what the session is connected to' {
        $context = Get-RunSummaryContext
        $context.GraphEndpoint | Should -Be (Get-Sandbox).Endpoint
        $context.Scopes | Should -Be 'DeviceManagementScripts.ReadWrite.All'
    }

    It 'lists scripts of all three families' {
        (Get-DeviceScript | Group-Object ScriptType -NoElement | ForEach-Object { "$($_.Name) $($_.Count)" } | Sort-Object) |
            Should -Be 'CustomAttribute 2', 'PowerShell 4', 'Shell 3'
    }

    It 'reads the summaries of the scripts whose name fits' {
        $summary = Get-DeviceScript -Name '*BitLocker*' | Get-DeviceScriptRunSummary
        $summary.ScriptName | Should -Be 'Set BitLocker policy'
        $summary.SuccessDeviceCount, $summary.ErrorDeviceCount, $summary.SuccessUserCount, $summary.ErrorUserCount | Should -Be 412, 7, 398, 5
    }

    It 'lists the devices that failed' {
        $states = Get-DeviceScript -Name '*BitLocker*' | Get-DeviceScriptRunState -RunState fail, scriptError
        $states | Should -HaveCount 7
        $states.RunState | Select-Object -Unique | Should -BeIn 'fail', 'scriptError'
    }

    It 'takes each script into one part of the tenant' {
        $parts = 0..2 | ForEach-Object { Get-DeviceScript -PartitionIndex $_ -PartitionCount 3 }
        ($parts.ScriptId | Sort-Object) | Should -Be ((Get-DeviceScript).ScriptId | Sort-Object)
    }
}

Describe 'Updating' {
    It 'shows with -WhatIf what it would write, and writes nothing' {
        $before = [pscustomobject] $portal | Get-DeviceScriptRunSummary
        [pscustomobject] $portal | Update-DeviceScriptRunSummary -SuccessDeviceCount 9999 -WhatIf | Should -BeNullOrEmpty
        ([pscustomobject] $portal | Get-DeviceScriptRunSummary).SuccessDeviceCount | Should -Be $before.SuccessDeviceCount
    }

    It 'writes nothing where $WhatIfPreference says so, and knows -Confirm:$false' {
        $WhatIfPreference = $true
        Update-DeviceScriptRunSummary @portal -SuccessDeviceCount 9998 | Should -BeNullOrEmpty
        (Update-DeviceScriptRunSummary @portal -SuccessDeviceCount 9998 -WhatIf:$false -Confirm:$false).SuccessDeviceCount | Should -Be 9998
    }

    It 'takes a CSV, and leaves alone what a blank cell would be' {
        $csv = Join-Path TestDrive: counts.csv
        Set-Content $csv 'ScriptType,ScriptId,SuccessDeviceCount,ErrorDeviceCount', "Shell,$($portal.ScriptId),412,"
        $before = [pscustomobject] $portal | Get-DeviceScriptRunSummary
        $after = Import-Csv $csv | Update-DeviceScriptRunSummary
        $after.SuccessDeviceCount | Should -Be 412
        $after.ErrorDeviceCount | Should -Be $before.ErrorDeviceCount
    }

    It 'takes <Of>' -TestCases @(
        @{ Of = 'a hashtable'; Count = 21; Make = { param($id, $count) @{ ScriptType = 'Shell'; ScriptId = $id; SuccessDeviceCount = $count } } }
        @{ Of = 'an object'; Count = 22; Make = { param($id, $count) [pscustomobject] @{ ScriptType = 'Shell'; ScriptId = $id; SuccessDeviceCount = $count } } }
        @{ Of = 'JSON'; Count = 23; Make = { param($id, $count) "{""ScriptType"":""Shell"",""ScriptId"":""$id"",""SuccessDeviceCount"":$count}" | ConvertFrom-Json } }
        @{ Of = 'an answer of Invoke-MgGraphRequest'; Count = 24; Make = { param($id, $count) @{ '@odata.type' = '#microsoft.graph.deviceShellScript'; id = $id; successDeviceCount = $count } } }
    ) {
        (& $Make $portal.ScriptId $Count | Update-DeviceScriptRunSummary).SuccessDeviceCount | Should -Be $Count
    }

    It 'gives each object one outcome' {
        $objects = ($portal + @{ SuccessDeviceCount = 1 }), @{ ScriptType = 'Shell'; ScriptId = 'none' }, ($portal + @{ SuccessDeviceCount = '1,5' }), @{}
        $written = $objects | Update-DeviceScriptRunSummary -ErrorVariable failed -ErrorAction SilentlyContinue
        $written | Should -HaveCount 1
        ($failed.FullyQualifiedErrorId -replace ',.*') | Should -Be 'ScriptIdInvalid', 'CountInvalid', 'ScriptTypeUnknown'
        $failed[1].TargetObject.SuccessDeviceCount | Should -Be '1,5'
        $failed.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'never takes what <Command> left of an Id for a script''s' -TestCases @(
        @{ Command = 'Get-DeviceScriptRunSummary' }
        @{ Command = 'Measure-DeviceScriptRunSummary' }
        @{ Command = 'Compare-DeviceScriptRunSummary' }
        @{ Command = 'Get-DeviceScriptRunState' }
    ) {
        $kept = & $Command @portal | Select-Object -Property Id, ScriptType, SuccessDeviceCount -First 1
        $kept.Id = [guid]::NewGuid()
        $null = $kept | Update-DeviceScriptRunSummary -SuccessDeviceCount 1 -WhatIf -ErrorVariable failed -ErrorAction SilentlyContinue
        ($failed.FullyQualifiedErrorId -replace ',.*') | Should -Be 'ScriptIdInvalid'
    }

    It 'undoes what a journal says' {
        $journal = Join-Path TestDrive: run.jsonl
        $before = (Get-DeviceScriptRunSummary @portal).SuccessDeviceCount
        $null = Update-DeviceScriptRunSummary @portal -SuccessDeviceCount 7000 -JournalPath $journal
        (Restore-DeviceScriptRunSummary $journal -Confirm:$false).SuccessDeviceCount | Should -Be $before
    }
}

Describe 'Repairing' {
    It 'finds what has drifted, and puts it right' {
        $drifted = Get-DeviceScript | Compare-DeviceScriptRunSummary -DriftOnly
        $drifted.HasDrift | Select-Object -Unique | Should -BeTrue
        $drifted | Update-DeviceScriptRunSummary | Should -HaveCount $drifted.Count
        Get-DeviceScript | Compare-DeviceScriptRunSummary -DriftOnly | Should -BeNullOrEmpty
    }

    It 'writes a report as <_>' -TestCases 'html', 'csv', 'json', 'md' {
        $file = Get-DeviceScript | Compare-DeviceScriptRunSummary | Export-DeviceScriptRunSummaryReport (Join-Path TestDrive: "report.$_") -PassThru
        $file | Should -BeOfType ([IO.FileInfo])
        $file.FullName | Should -FileContentMatch 'Enable FileVault'
    }
}
