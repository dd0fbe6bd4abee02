BeforeAll {
    Import-Module "$PSScriptRoot/Sandbox.psm1"
    Open-Sandbox
    $script:good = @{ ScriptType = 'Shell'; ScriptId = '7a1c0011-5b1e-4c0a-9d61-2f6c0de50011'; SuccessDeviceCount = 5 }
    $script:bad = @{ ScriptType = 'Shell'; ScriptId = 'none'; SuccessDeviceCount = 5 }
    $script:gone = @{ ScriptType = 'Shell'; ScriptId = '00000000-0000-0000-0000-000000000001'; SuccessDeviceCount = 5 }
}

AfterAll { Close-Sandbox }

Describe '$ErrorActionPreference' {
    It 'Stop ends the pipeline at the first error, which can be caught' {
        $ErrorActionPreference = 'Stop'
        $caught = try { $gone, $good | Update-DeviceScriptRunSummary } catch { $_ }
        $caught.FullyQualifiedErrorId | Should -BeLike 'ScriptNotFound,*'
        $caught.Exception | Should -BeOfType ([RunSummary.GraphRequestException])
        $caught.Exception.StatusCode | Should -Be 404
        $caught.Exception.RequestId | Should -Not -BeNullOrEmpty
    }

    It 'Stop lets what was written before come out' {
        $ErrorActionPreference = 'Stop'
        $written = @()
        try { $good, $bad | Update-DeviceScriptRunSummary | ForEach-Object { $written += $_ } } catch { $caught = $_ }
        $written.SuccessDeviceCount | Should -Be 5
        $caught.FullyQualifiedErrorId | Should -BeLike 'ScriptIdInvalid,*'
    }

    It 'SilentlyContinue goes on, and $? and $Error still tell' {
        $ErrorActionPreference = 'SilentlyContinue'
        $Error.Clear()
        $written = $bad, $good | Update-DeviceScriptRunSummary
        $succeeded = $?
        $written | Should -HaveCount 1
        $succeeded | Should -BeFalse
        $Error[0].FullyQualifiedErrorId | Should -BeLike 'ScriptIdInvalid,*'
    }

    It 'SilentlyContinue does not silence what ends the command' {
        $ErrorActionPreference = 'SilentlyContinue'
        $caught = try { Restore-DeviceScriptRunSummary (Join-Path TestDrive: none.jsonl) -Confirm:$false } catch { $_ }
        $caught.FullyQualifiedErrorId | Should -BeLike '*,RunSummary.Commands.RestoreDeviceScriptRunSummaryCommand'
    }

    It '-ErrorAction Ignore leaves no trace' {
        $Error.Clear()
        $bad, $good | Update-DeviceScriptRunSummary -ErrorAction Ignore | Should -HaveCount 1
        $Error | Should -BeNullOrEmpty
    }
}

Describe 'Other preferences' {
    It '$<Name> Continue changes no output and shows no token' -TestCases @{ Name = 'DebugPreference' }, @{ Name = 'VerbosePreference' }, @{ Name = 'InformationPreference' } {
        Set-Variable $Name Continue
        $all = @(Get-DeviceScript -ScriptType Shell | Get-DeviceScriptRunSummary *>&1)
        $all | Where-Object { $_ -is [RunSummary.DeviceScriptRunSummary] } | Should -HaveCount 3
        "$all".Contains((Get-Sandbox).Token) | Should -BeFalse
    }

    It '-Verbose shows each request with its id' {
        $said = @(Get-DeviceScript -ScriptType Shell -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] })
        "$said" | Should -Match 'GET /v1.0/deviceManagement/deviceShellScripts.* gave 200 .*request-id'
    }

    It '$ProgressPreference SilentlyContinue changes no output' {
        $ProgressPreference = 'SilentlyContinue'
        Get-DeviceScript | Measure-DeviceScriptRunSummary | Should -HaveCount 9
    }

    It 'strict mode finds nothing wrong with objects that lack properties' {
        Set-StrictMode -Version Latest
        $written = [pscustomobject] $good, $good | Update-DeviceScriptRunSummary
        $written.SuccessDeviceCount | Should -Be 5, 5
        Get-DeviceScript | Compare-DeviceScriptRunSummary | Get-Screen | Should -Not -BeNullOrEmpty
    }
}
