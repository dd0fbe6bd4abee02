@{
    RootModule           = 'EmptyModule.dll'
    ModuleVersion        = '1.0.0'
    GUID                 = 'b7d0a5a3-3f0c-4a55-8f0e-0f8c7f2b6f11'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    CmdletsToExport      = @('Get-Nothing')
}
