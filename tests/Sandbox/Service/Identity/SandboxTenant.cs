using System;
using System.Linq;

namespace RunSummary.Sandbox.Service;

/// <summary>The one tenant.</summary>
internal static class SandboxTenant
{
    public const string Id = "5a4db0f0-0000-4000-8000-00000000f001";

    public const string Domain = "sandbox.onmicrosoft.example";

    public const string Name = "RunSummary sandbox";

    /// <summary>The last two are those of the guides, whose examples run as they are written.</summary>
    private static readonly string[] Names = [Id, Domain, "contoso.onmicrosoft.com", "fabrikam.onmicrosoft.com"];

    public static bool IsNamed(string tenant) => Names.Contains(tenant, StringComparer.OrdinalIgnoreCase);

    /// <summary>Where users of any tenant sign in.</summary>
    public static bool IsForAnyUser(string tenant) =>
        tenant.Equals("organizations", StringComparison.OrdinalIgnoreCase) || tenant.Equals("common", StringComparison.OrdinalIgnoreCase);

    public static void Check(SandboxRequest request, string tenant)
    {
        if (!IsNamed(tenant) && !IsForAnyUser(tenant))
        {
            throw IdentityErrors.Of(request, 400, "invalid_request", 90002,
                $"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.");
        }
    }

    /// <summary>For applications by themselves, whose tenant nobody's sign-in tells.</summary>
    public static void CheckNamed(SandboxRequest request, string tenant)
    {
        if (!IsNamed(tenant))
        {
            throw IdentityErrors.Of(request, 400, "invalid_request", 50059,
                "No tenant-identifying information found in either the request or implied by any provided credentials.");
        }
    }
}
