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
    FileList               = @(
        'LICENSE',
        'RunSummary.Format.ps1xml',
        'RunSummary.dll',
        'RunSummary.psd1',
        'THIRD-PARTY-NOTICES.txt',
        'en-US/RunSummary.dll-Help.xml',
        'en-US/about_RunSummary.help.txt',
        'en-US/about_RunSummary_Errors.help.txt',
        'icon.png',
        'net472/Azure.Core.dll',
        'net472/Microsoft.Bcl.AsyncInterfaces.dll',
        'net472/Microsoft.Bcl.Cryptography.dll',
        'net472/Microsoft.Bcl.HashCode.dll',
        'net472/Microsoft.Bcl.TimeProvider.dll',
        'net472/Microsoft.Extensions.DependencyInjection.Abstractions.dll',
        'net472/Microsoft.Extensions.Logging.Abstractions.dll',
        'net472/Microsoft.Graph.Core.dll',
        'net472/Microsoft.IO.RecyclableMemoryStream.dll',
        'net472/Microsoft.Identity.Client.Extensions.Msal.dll',
        'net472/Microsoft.Identity.Client.dll',
        'net472/Microsoft.IdentityModel.Abstractions.dll',
        'net472/Microsoft.IdentityModel.JsonWebTokens.dll',
        'net472/Microsoft.IdentityModel.Logging.dll',
        'net472/Microsoft.IdentityModel.Protocols.OpenIdConnect.dll',
        'net472/Microsoft.IdentityModel.Protocols.dll',
        'net472/Microsoft.IdentityModel.Tokens.dll',
        'net472/Microsoft.IdentityModel.Validators.dll',
        'net472/Microsoft.Kiota.Abstractions.dll',
        'net472/Microsoft.Kiota.Authentication.Azure.dll',
        'net472/Microsoft.Kiota.Http.HttpClientLibrary.dll',
        'net472/Microsoft.Kiota.Serialization.Json.dll',
        'net472/RunSummary.Engine.dll',
        'net472/RunSummary.Loader.dll',
        'net472/Std.UriTemplate.dll',
        'net472/System.Buffers.dll',
        'net472/System.ClientModel.dll',
        'net472/System.Diagnostics.DiagnosticSource.dll',
        'net472/System.Formats.Asn1.dll',
        'net472/System.IO.FileSystem.AccessControl.dll',
        'net472/System.IdentityModel.Tokens.Jwt.dll',
        'net472/System.Memory.Data.dll',
        'net472/System.Memory.dll',
        'net472/System.Net.Http.WinHttpHandler.dll',
        'net472/System.Numerics.Vectors.dll',
        'net472/System.Runtime.CompilerServices.Unsafe.dll',
        'net472/System.Security.AccessControl.dll',
        'net472/System.Security.Cryptography.ProtectedData.dll',
        'net472/System.Security.Principal.Windows.dll',
        'net472/System.Text.Encodings.Web.dll',
        'net472/System.Text.Json.dll',
        'net472/System.Threading.Tasks.Extensions.dll',
        'net8.0/Azure.Core.dll',
        'net8.0/Microsoft.Bcl.Cryptography.dll',
        'net8.0/Microsoft.Extensions.DependencyInjection.Abstractions.dll',
        'net8.0/Microsoft.Extensions.Logging.Abstractions.dll',
        'net8.0/Microsoft.Graph.Core.dll',
        'net8.0/Microsoft.IO.RecyclableMemoryStream.dll',
        'net8.0/Microsoft.Identity.Client.Extensions.Msal.dll',
        'net8.0/Microsoft.Identity.Client.dll',
        'net8.0/Microsoft.IdentityModel.Abstractions.dll',
        'net8.0/Microsoft.IdentityModel.JsonWebTokens.dll',
        'net8.0/Microsoft.IdentityModel.Logging.dll',
        'net8.0/Microsoft.IdentityModel.Protocols.OpenIdConnect.dll',
        'net8.0/Microsoft.IdentityModel.Protocols.dll',
        'net8.0/Microsoft.IdentityModel.Tokens.dll',
        'net8.0/Microsoft.IdentityModel.Validators.dll',
        'net8.0/Microsoft.Kiota.Abstractions.dll',
        'net8.0/Microsoft.Kiota.Authentication.Azure.dll',
        'net8.0/Microsoft.Kiota.Http.HttpClientLibrary.dll',
        'net8.0/Microsoft.Kiota.Serialization.Json.dll',
        'net8.0/RunSummary.Engine.dll',
        'net8.0/RunSummary.Loader.dll',
        'net8.0/Std.UriTemplate.dll',
        'net8.0/System.ClientModel.dll',
        'net8.0/System.Formats.Asn1.dll',
        'net8.0/System.IdentityModel.Tokens.Jwt.dll',
        'net8.0/System.Memory.Data.dll',
        'net8.0/System.Security.Cryptography.ProtectedData.dll'
    )
    PrivateData            = @{
        PSData = @{
            LicenseUri = 'https://licenses.nuget.org/MIT'
            Tags       = @('Intune', 'MicrosoftGraph', 'DeviceManagement', 'RunSummary', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
        }
    }
}
