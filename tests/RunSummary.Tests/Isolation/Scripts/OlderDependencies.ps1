# Another module's older dependencies are in the default context before ours are, or come after them.
param([string] $Report, [string] $Folder, [switch] $First, [switch] $Last)
$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/Report.ps1"

function Import-Older {
    foreach ($name in 'Microsoft.Identity.Client', 'Azure.Core', 'Microsoft.Graph.Core') {
        [void] [Reflection.Assembly]::LoadFrom([IO.Path]::Combine($Folder, "$name.dll"))
    }
}

function Use-Older {
    # As text, so that the names are looked up only now.
    $application = [scriptblock]::Create("[Microsoft.Identity.Client.ConfidentialClientApplicationBuilder]::Create('$([guid]::NewGuid())').WithClientSecret('x').Build()").Invoke()[0]
    Add-Fact used $application.GetType().Assembly.GetName().Version
}

if ($First) { Import-Older; Use-Older }
Connect-Sandbox
Send-Count 412
if ($Last) { Import-Older }
Use-Older
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
