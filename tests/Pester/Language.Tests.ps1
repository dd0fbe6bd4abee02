BeforeAll {
    Import-Module "$PSScriptRoot/Sandbox.psm1"
    Open-Sandbox -Option '--drift', 3
    $script:runspace = [runspacefactory]::CreateRunspace()
    $runspace.Open()
    $shell = [powershell]::Create()
    $shell.Runspace = $runspace
    $null = $shell.AddScript("Import-Module '$((Get-Module RunSummary).Path -replace 'dll$', 'psd1')'").Invoke()
    $shell.Dispose()
    $runspace.SessionStateProxy.LanguageMode = 'ConstrainedLanguage'

    function Invoke-Constrained([string] $Script) {
        $shell = [powershell]::Create().AddScript($Script)
        $shell.Runspace = $runspace
        try {
            $shell.Invoke()
            if ($shell.HadErrors) { throw "$($shell.Streams.Error)" }
        }
        finally {
            $shell.Dispose()
        }
    }
}

AfterAll {
    $runspace.Dispose()
    Close-Sandbox
}

Describe 'Constrained language' {
    It 'is what these tests run in' {
        { Invoke-Constrained '[RunSummary.Formatting.ViewText]::Drift(1, 2)' } | Should -Throw
    }

    It 'lets objects be <Of>' -TestCases @(
        @{ Of = 'rows of a CSV'; Count = 5; Script = '"ScriptType,ScriptId,SuccessDeviceCount", "Shell,7a1c0011-5b1e-4c0a-9d61-2f6c0de50011,5" | ConvertFrom-Csv' }
        @{ Of = 'hashtables'; Count = 6; Script = '@{ ScriptType = "Shell"; ScriptId = "7a1c0011-5b1e-4c0a-9d61-2f6c0de50011"; SuccessDeviceCount = 6 }' }
        @{ Of = 'objects'; Count = 7; Script = 'New-Object PSObject -Property @{ ScriptType = "Shell"; ScriptId = "7a1c0011-5b1e-4c0a-9d61-2f6c0de50011"; SuccessDeviceCount = 7 }' }
    ) {
        (Invoke-Constrained "$Script | Update-DeviceScriptRunSummary").SuccessDeviceCount | Should -Be $Count
    }

    It 'lets parameters name the script' {
        $summary = Invoke-Constrained 'Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId 7a1c0011-5b1e-4c0a-9d61-2f6c0de50011 -ErrorUserCount 8'
        $summary.ErrorUserCount | Should -Be 8
    }

    It 'shows counts in every table' {
        $screen = Invoke-Constrained 'Get-DeviceScript "Set time zone" | Get-DeviceScriptRunSummary | Out-String -Width 100'
        $screen | Should -Match 'Shell +111 +2 +125 +6 +Set time zone'
        $screen = Invoke-Constrained 'Get-DeviceScript "Set time zone" | Compare-DeviceScriptRunSummary | Out-String -Width 100'
        $screen | Should -Match '111 -> 121 +2 -> 1 +125 -> 115 +6 -> 1 +Set time zone'
    }
}
