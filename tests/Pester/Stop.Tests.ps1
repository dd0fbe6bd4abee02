BeforeAll {
    Import-Module "$PSScriptRoot/Sandbox.psm1"
    # Slow enough that a command is still at it when it is stopped.
    Open-Sandbox -Option '--scripts', 400, '--latency', 50
    $script:manifest = (Get-Module RunSummary).Path -replace 'dll$', 'psd1'
}

AfterAll { Close-Sandbox }

Describe 'Ctrl+C' {
    It 'ends <Command>, and the session goes on' -TestCases @(
        @{ Command = 'Get-DeviceScript | Get-DeviceScriptRunSummary -ThrottleLimit 1' }
        @{ Command = 'Get-DeviceScript | Measure-DeviceScriptRunSummary -ThrottleLimit 1' }
        @{ Command = 'Get-DeviceScript | Update-DeviceScriptRunSummary -SuccessDeviceCount 3 -ThrottleLimit 1' }
    ) {
        $runspace = [runspacefactory]::CreateRunspace()
        $runspace.Open()
        $shell = [powershell]::Create()
        $shell.Runspace = $runspace
        $none, $output = 1..2 | ForEach-Object { , (New-Object 'Management.Automation.PSDataCollection[psobject]') }
        $none.Complete()
        try {
            $null = $shell.AddScript("Import-Module '$manifest'; $Command")
            $running = $shell.BeginInvoke($none, $output)
            while ($output.Count -eq 0 -and -not $running.IsCompleted) { Start-Sleep -Milliseconds 20 }
            $shell.Stop()

            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
            $output.Count | Should -BeGreaterThan 0
            $output.Count | Should -BeLessThan 1209

            $shell.Commands.Clear()
            $shell.AddScript("(Get-DeviceScript 'Set time zone').DisplayName").Invoke() | Should -Be 'Set time zone'
        }
        finally {
            $shell.Dispose()
            $runspace.Dispose()
        }
    }
}
