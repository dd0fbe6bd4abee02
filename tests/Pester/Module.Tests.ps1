BeforeAll {
    Import-Module "$PSScriptRoot/Sandbox.psm1"
    Open-Sandbox
    $script:manifest = (Get-Module RunSummary).Path -replace 'dll$', 'psd1'
    $script:data = Import-PowerShellDataFile $manifest
}

AfterAll { Close-Sandbox }

Describe 'The module' {
    It 'has a valid manifest' {
        $tested = Test-ModuleManifest $manifest -ErrorAction Stop
        $tested.Version | Should -Be $data.ModuleVersion
        $tested.CompatiblePSEditions | Should -Be 'Desktop', 'Core'
    }

    It 'exports the commands that the manifest names, and nothing else' {
        $module = Get-Module RunSummary
        ($module.ExportedCommands.Keys | Sort-Object) | Should -Be ($data.CmdletsToExport | Sort-Object)
        $module.ExportedVariables.Count | Should -Be 0
        $module.ExportedAliases.Count | Should -Be 0
    }

    It 'has approved verbs, and imports without a warning' {
        $said = Import-Module $manifest -Force -PassThru 3>&1
        $said | Should -BeOfType ([Management.Automation.PSModuleInfo])
    }

    It 'ships what each edition loads' {
        foreach ($framework in 'net8.0', 'net472') {
            foreach ($name in 'RunSummary.Loader.dll', 'RunSummary.Engine.dll') {
                Join-Path (Split-Path $manifest) "$framework/$name" | Should -Exist
            }
        }
    }

    It 'is found by its name in PSModulePath, and loads by itself' {
        $shell = [powershell]::Create().AddScript('(Get-Command Get-DeviceScript).Source')
        $before = $env:PSModulePath
        try {
            $env:PSModulePath = (Split-Path (Split-Path $manifest)) + [IO.Path]::PathSeparator + $before
            $shell.Invoke() | Should -Be 'RunSummary'
        }
        finally {
            $env:PSModulePath = $before
            $shell.Dispose()
        }
    }

    It 'works again after it was removed and imported' {
        Remove-Module RunSummary
        Get-Command Get-DeviceScript -CommandType Cmdlet -ErrorAction Ignore | Should -BeNullOrEmpty
        . ([scriptblock]::Create((Get-Sandbox).Connect))
        Get-DeviceScript | Should -HaveCount 9
    }

    It 'shares its default session with a second runspace, and survives the end of that' {
        $shell = [powershell]::Create().AddScript("Import-Module '$manifest'; @(Get-DeviceScript).Count")
        try { $shell.Invoke() | Should -Be 9 } finally { $shell.Dispose() }
        Get-DeviceScript | Should -HaveCount 9
    }

    It 'helps' {
        (Get-Help Update-DeviceScriptRunSummary).Synopsis | Should -Not -Match '^\s*Update-DeviceScriptRunSummary \['
        (Get-Help Update-DeviceScriptRunSummary -Examples).examples.example.Count | Should -BeGreaterThan 0
    }
}

Describe 'The session' {
    It 'ends with Disconnect-RunSummary' {
        Disconnect-RunSummary
        { Get-DeviceScript -ErrorAction Stop } | Should -Throw -ErrorId 'NotConnected,*'
    }

    It 'takes a token as text, as a SecureString or from a script block' {
        # A script block runs where the token is needed, without the variables of here.
        $env:RUNSUMMARY_TEST_TOKEN = (Get-Sandbox).Token
        $secure = New-Object Security.SecureString
        $env:RUNSUMMARY_TEST_TOKEN.ToCharArray() | ForEach-Object { $secure.AppendChar($_) }
        try {
            foreach ($token in $env:RUNSUMMARY_TEST_TOKEN, $secure, { $env:RUNSUMMARY_TEST_TOKEN }) {
                $session = Connect-RunSummary -GraphEndpoint (Get-Sandbox).Endpoint -AccessToken $token -PassThru
                Get-DeviceScript -Session $session -ScriptType Shell | Should -HaveCount 3
                Disconnect-RunSummary -Session $session
            }
        }
        finally {
            Remove-Item Env:RUNSUMMARY_TEST_TOKEN
        }
    }
}
