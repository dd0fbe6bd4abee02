# Another module's dependencies, of other versions than ours, are in the default context before ours are, or come after them.
param([string] $Report, [string] $Folder, [string] $Json, [switch] $First, [switch] $Last)
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
    'Microsoft.Kiota.Http.HttpClientLibrary' = '[Microsoft.Kiota.Http.HttpClientLibrary.Middleware.RetryHandler]::new()'
}

function Import-Other {
    foreach ($name in $uses.Keys) {
        [void] [Reflection.Assembly]::LoadFrom([IO.Path]::Combine($Folder, "$name.dll"))
    }

    # .NET has its own: an older one isn't taken, and a newer one is refused.
    try { [void] [Reflection.Assembly]::LoadFrom($Json) } catch [IO.FileLoadException] { $null = $_ }
}

function Use-Other {
    foreach ($use in $uses.GetEnumerator()) {
        $assembly = [scriptblock]::Create($use.Value).Invoke()[0].GetType().Assembly
        Add-Fact used $use.Key $assembly.Location
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
