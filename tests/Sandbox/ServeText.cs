using RunSummary.Sandbox.Service;

namespace RunSummary.Sandbox;

/// <summary>What <c>serve</c> prints.</summary>
public static class ServeText
{
    public static string For(SandboxService service) => $"""
        Graph at {service.GraphEndpoint}, sign-in at {service.Authority} (tenant {service.TenantId}). Ctrl+C ends it.

        In PowerShell 7, or in Windows PowerShell 5.1:
          Import-Module '{RepositoryPaths.Manifest}'
          Connect-RunSummary -GraphEndpoint {service.GraphEndpoint} -AccessToken {service.Tokens.Issue(lifetime: System.TimeSpan.FromHours(8))}
          Get-DeviceScript
        """;
}
