BeforeAll {
    $script:root = (Get-Item "$PSScriptRoot/../..").FullName
    # The manifest is looked at in out, where the files that it names are.
    $script:scripts = @(Get-ChildItem -Path $root -Recurse -Include *.ps1, *.psm1, *.psd1 |
            Where-Object FullName -NotMatch '[\\/](bin|obj|node_modules)[\\/]' |
            Where-Object FullName -NE (Join-Path $root RunSummary.psd1))
}

Describe 'Scripts' {
    It 'are found' {
        $scripts.Name | Should -Contain 'build.ps1'
        $scripts.Name | Should -Contain 'quickstart.ps1'
    }

    It 'are read by Windows PowerShell as they are written' {
        # Without a byte order mark it takes the system's encoding for theirs.
        $scripts | Where-Object {
            $bytes = [IO.File]::ReadAllBytes($_.FullName)
            ($bytes -gt 127) -and "$($bytes[0..2])" -ne '239 187 191'
        } | Should -BeNullOrEmpty
    }

    It 'please PSScriptAnalyzer' {
        if (-not (Get-Module -ListAvailable PSScriptAnalyzer)) {
            Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed'
            return
        }

        $scripts | ForEach-Object { Invoke-ScriptAnalyzer -Path $_.FullName -Settings "$root/tests/PSScriptAnalyzerSettings.psd1" } |
            ForEach-Object { "`n$($_.ScriptPath):$($_.Line) $($_.RuleName): $($_.Message)" } |
            Should -BeNullOrEmpty
    }
}
