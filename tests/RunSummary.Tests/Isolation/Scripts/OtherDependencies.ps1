# Another module's dependencies, of other versions than ours, are in the default context before ours are, or come after them.
param([string] $Report, [string] $Folder, [string] $Names, [string] $Json, [switch] $First, [switch] $Last)
$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/Report.ps1"

# As text, so that the names are looked up only once the assemblies are there. Azure.Identity signs in over the other module's Azure.Core
# and Microsoft.Identity.Client.
$uses = @{
    'Azure.Core' = '[Azure.Core.RequestMethod]::Parse("GET")'
    'Azure.Identity' = '
        $options = [Azure.Identity.ClientSecretCredentialOptions] @{ AuthorityHost = $sandbox.Authority; DisableInstanceDiscovery = $true }
        $secret = $sandbox.Credential.GetNetworkCredential().Password
        $credential = [Azure.Identity.ClientSecretCredential]::new($sandbox.TenantId, $sandbox.Credential.UserName, $secret, $options)
        [void] $credential.GetToken([Azure.Core.TokenRequestContext]::new(@("https://graph.microsoft.com/.default")), [Threading.CancellationToken]::None)
        $credential'
    'Microsoft.Graph.Core' = '[Microsoft.Graph.GraphClientOptions]::new()'
    'Microsoft.Identity.Client' = '[Microsoft.Identity.Client.ConfidentialClientApplicationBuilder]::Create([guid]::NewGuid()).WithClientSecret("x").Build()'
    'Microsoft.Kiota.Abstractions' = '[Microsoft.Kiota.Abstractions.RequestInformation]::new()'
    'Microsoft.Kiota.Authentication.Azure' = '[Microsoft.Kiota.Authentication.Azure.ObservabilityOptions]::new()'
    'Microsoft.Kiota.Http.HttpClientLibrary' = '[Microsoft.Kiota.Http.HttpClientLibrary.Middleware.RetryHandler]::new()'
    'Microsoft.Kiota.Serialization.Form' = '[Microsoft.Kiota.Serialization.Form.FormSerializationWriterFactory]::new().GetSerializationWriter("application/x-www-form-urlencoded")'
    'Microsoft.Kiota.Serialization.Json' = '[Microsoft.Kiota.Serialization.Json.JsonSerializationWriterFactory]::new().GetSerializationWriter("application/json")'
    'Microsoft.Kiota.Serialization.Multipart' = '[Microsoft.Kiota.Serialization.Multipart.MultipartSerializationWriterFactory]::new().GetSerializationWriter("multipart/form-data")'
    'Microsoft.Kiota.Serialization.Text' = '[Microsoft.Kiota.Serialization.Text.TextSerializationWriterFactory]::new().GetSerializationWriter("text/plain")'
}
$chosen = $Names.Split(',')

function Import-Other {
    foreach ($name in $chosen) {
        [void] [Reflection.Assembly]::LoadFrom([IO.Path]::Combine($Folder, "$name.dll"))
    }

    # .NET has its own: an older one isn't taken, and a newer one is refused.
    try { [void] [Reflection.Assembly]::LoadFrom($Json) } catch [IO.FileLoadException] { $null = $_ }
}

function Use-Other {
    foreach ($name in $chosen) {
        $assembly = [scriptblock]::Create($uses[$name]).Invoke()[0].GetType().Assembly
        Add-Fact used $name $assembly.Location
    }
}

if ($First) { Import-Other; Use-Other }
Connect-Sandbox
Send-Count 412
if ($Last) { Import-Other }
Use-Other
Connect-Sandbox
Send-Count 413

# What other features will need from the private context is ours as well.
$context = [Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ RunSummary
foreach ($file in [IO.Directory]::GetFiles([IO.Path]::Combine((Get-Module RunSummary).ModuleBase, 'net8.0'), '*.dll')) {
    $name = [IO.Path]::GetFileNameWithoutExtension($file)
    if ($name -ne 'RunSummary.Loader') {
        Add-Fact resolved $name $context.LoadFromAssemblyName([Reflection.AssemblyName]::new($name)).Location
    }
}

Add-LoadedAssembly
