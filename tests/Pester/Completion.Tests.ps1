BeforeAll {
    Import-Module "$PSScriptRoot/Sandbox.psm1"
    Open-Sandbox

    # Tab doesn't wait for a service that takes long, which any does on a busy machine.
    function Get-Completion([string] $Text) {
        1..20 | ForEach-Object { , (TabExpansion2 $Text $Text.Length).CompletionMatches } | Where-Object Count |
            Select-Object -First 1 | ForEach-Object { $_.CompletionText }
    }
}

AfterAll { Close-Sandbox }

Describe 'Tab completion' {
    It 'offers the names of scripts' {
        Get-Completion 'Get-DeviceScript -Name Install' | Should -Be "'Install Company Portal'"
    }

    It 'offers the ids of scripts' {
        Get-Completion 'Get-DeviceScript -ScriptType Shell -ScriptId 7a1c0011' | Should -Be '7a1c0011-5b1e-4c0a-9d61-2f6c0de50011'
    }

    It 'offers the families' {
        Get-Completion 'Get-DeviceScript -ScriptType ' | Should -Be 'CustomAttribute', 'PowerShell', 'Shell'
    }

    It 'offers run states' {
        Get-Completion 'Get-DeviceScriptRunState -RunState fa' | Should -Be 'fail'
    }

    It 'offers parameters' {
        Get-Completion 'Update-DeviceScriptRunSummary -Success' | Should -Be '-SuccessDeviceCount', '-SuccessUserCount'
    }
}
