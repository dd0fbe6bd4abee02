BeforeAll {
    Import-Module "$PSScriptRoot/Sandbox.psm1"
    Open-Sandbox
    $script:manifest = (Get-Module RunSummary).Path -replace 'dll$', 'psd1'
    $script:connect = [scriptblock]::Create((Get-Sandbox).Connect)
}

AfterAll { Close-Sandbox }

Describe 'Start-Job' {
    It 'gives objects that look the same and can be written' {
        $job = Start-Job -InitializationScript $connect { Get-DeviceScript -ScriptType Shell | Get-DeviceScriptRunSummary }
        $kept = $job | Receive-Job -Wait -AutoRemoveJob
        $kept | Should -HaveCount 3
        ($kept | Get-Screen) | Should -Be (Get-DeviceScript -ScriptType Shell | Get-DeviceScriptRunSummary | Get-Screen)
        ($kept | Update-DeviceScriptRunSummary).SuccessDeviceCount | Should -Be $kept.SuccessDeviceCount
    }

    It 'has no session until it connects' {
        $job = Start-Job { Import-Module $using:manifest; Get-DeviceScript }
        $null = $job | Receive-Job -Wait -AutoRemoveJob -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -BeLike 'NotConnected,*'
    }

    It 'takes objects in, and tells of each what failed' {
        $objects = @{ ScriptType = 'Shell'; ScriptId = 'none' }, @{ ScriptType = 'Shell'; ScriptId = '7a1c0011-5b1e-4c0a-9d61-2f6c0de50011'; SuccessDeviceCount = 5 }
        $job = Start-Job -InitializationScript $connect { $using:objects | Update-DeviceScriptRunSummary }
        $written = $job | Receive-Job -Wait -AutoRemoveJob -ErrorAction SilentlyContinue -ErrorVariable failed
        $written.SuccessDeviceCount | Should -Be 5
        $failed.FullyQualifiedErrorId | Should -BeLike 'ScriptIdInvalid,*'
    }

    It 'tells which library of the module is missing' {
        $folder = Join-Path (Get-PSDrive TestDrive).Root 'Incomplete'
        Copy-Item (Split-Path $manifest) $folder -Recurse
        Get-ChildItem $folder -Recurse -Filter Microsoft.Graph.Core.dll | Remove-Item
        $connect = (Get-Sandbox).Connect.Replace((Split-Path $manifest), $folder)
        $job = Start-Job { & ([scriptblock]::Create($using:connect)) }
        $null = $job | Receive-Job -Wait -AutoRemoveJob -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -BeLike 'ModuleIncomplete,*'
        "$failed" | Should -BeLike '*Microsoft.Graph.Core*'
    }

    It 'signs in as an application over TLS' -Skip:(-not $IsLinux) {
        # Linux trusts a certificate by a file, which a process reads at its start; the sandbox writes it beside its own.
        $file = Get-ChildItem (Get-PSDrive TestDrive).Root -Recurse -Filter certificate.pem | Select-Object -First 1 -ExpandProperty FullName
        $before = $env:SSL_CERT_FILE
        try {
            $env:SSL_CERT_FILE = $file
            $sandbox = @{ TenantId = (Get-Sandbox).TenantId; Authority = (Get-Sandbox).Authority }
            $job = Start-Job {
                $sandbox = $using:sandbox
                Import-Module $using:manifest
                $secret = New-Object Security.SecureString
                'not-a-secret~sandbox-only'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
                $credential = New-Object PSCredential '5a4db0f0-0000-4000-8000-00000000f002', $secret
                Connect-RunSummary -ClientSecretCredential $credential -TenantId $sandbox.TenantId -Authority $sandbox.Authority -GraphEndpoint $sandbox.Authority
                Get-RunSummaryContext
            }
        }
        finally {
            $env:SSL_CERT_FILE = $before
        }

        ($job | Receive-Job -Wait -AutoRemoveJob).AuthType | Should -Be 'ClientSecret'
    }
}

Describe 'Threads' {
    It 'of ForEach-Object -Parallel share the default session' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        # A script of its own, since Windows PowerShell can't bind -Parallel.
        $parallel = [scriptblock]::Create('param($manifest) 0..3 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            Get-DeviceScript -PartitionIndex $_ -PartitionCount 4
        }')
        ((& $parallel $manifest).ScriptId | Sort-Object) | Should -Be ((Get-DeviceScript).ScriptId | Sort-Object)
    }

    It 'of Start-ThreadJob share the default session' -Skip:(-not (Get-Command Start-ThreadJob -ErrorAction Ignore)) {
        $job = Start-ThreadJob { Import-Module $using:manifest; Get-DeviceScript | Get-DeviceScriptRunSummary }
        $kept = $job | Receive-Job -Wait -AutoRemoveJob
        $kept | Should -HaveCount 9
        $kept[0] | Should -BeOfType ([RunSummary.DeviceScriptRunSummary])
    }
}

Describe 'Another process' {
    It 'as the runspace of a remote session gives what the service holds' {
        $process = New-Object Management.Automation.Runspaces.PowerShellProcessInstance
        $runspace = [runspacefactory]::CreateOutOfProcessRunspace($null, $process)
        $runspace.Open()
        $shell = [powershell]::Create()
        try {
            $shell.Runspace = $runspace
            $null = $shell.AddScript($connect).AddStatement().AddScript('Get-DeviceScript -ScriptType Shell | Measure-DeviceScriptRunSummary')
            $measured = $shell.Invoke()
            $measured[0].PSTypeNames | Should -Contain 'Deserialized.RunSummary.MeasuredRunSummary'
            $measured.SuccessDeviceCount | Should -Be 118, 109, 121
        }
        finally {
            $shell.Dispose()
            $runspace.Dispose()
            $process.Dispose()
        }
    }

    It 'is as good as here to Invoke-Command without a computer' {
        (Invoke-Command { param($type) Get-DeviceScript -ScriptType $type } -ArgumentList Shell).DisplayName | Should -HaveCount 3
    }
}
