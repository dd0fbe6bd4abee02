# Works through the proxy that the environment names.
param([string] $Report, [string] $Proxy)

. $PSScriptRoot/Report.ps1

[Environment]::SetEnvironmentVariable('HTTP_PROXY', $Proxy)
[Environment]::SetEnvironmentVariable('HTTPS_PROXY', $Proxy)
foreach ($name in 'NO_PROXY', 'no_proxy', 'http_proxy', 'https_proxy', 'ALL_PROXY', 'all_proxy') {
    [Environment]::SetEnvironmentVariable($name, '')
}

Connect-Sandbox
Send-Count 6
Add-Fact authority $sandbox.Authority.Authority
Add-Fact graph $sandbox.GraphEndpoint.Authority
