@{
    RootModule             = 'RunSummary.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '5d4b0f0e-6f7a-4c63-9b1e-2c8f6f1d7a90'
    Author                 = 'RunSummary contributors'
    CompanyName            = 'RunSummary contributors'
    Copyright              = 'Copyright (c) RunSummary contributors. MIT licensed.'
    Description            = 'Reads and updates the run summaries of Intune device management scripts in Microsoft Graph.'
    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = @('Desktop', 'Core')
    # Of Windows PowerShell; PowerShell 7 doesn't look at it.
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess       = @('RunSummary.Format.ps1xml')
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    # With commas: without them each name is a statement of its own, which an import pays for.
    CmdletsToExport        = @(
        'Compare-DeviceScriptRunSummary',
        'Connect-RunSummary',
        'Disconnect-RunSummary',
        'Export-DeviceScriptRunSummaryReport',
        'Get-DeviceScript',
        'Get-DeviceScriptRunState',
        'Get-DeviceScriptRunSummary',
        'Get-RunSummaryContext',
        'Measure-DeviceScriptRunSummary',
        'Restore-DeviceScriptRunSummary',
        'Update-DeviceScriptRunSummary'
    )
    PrivateData            = @{
        PSData = @{
            LicenseUri = 'https://licenses.nuget.org/MIT'
            Tags       = @('Intune', 'MicrosoftGraph', 'DeviceManagement', 'RunSummary', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
        }
    }
}
