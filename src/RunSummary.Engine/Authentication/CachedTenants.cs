using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.Extensions.Msal;

namespace RunSummary.Engine.Authentication;

/// <summary>The tenants that users signed in to before with -TokenCache CurrentUser.</summary>
internal static class CachedTenants
{
    /// <summary>Reads them from the caches. Nothing is asked of the sign-in service.</summary>
    public static async Task<IReadOnlyList<CachedTenant>> ListAsync(Uri authority, string clientId)
    {
        List<CachedTenant> tenants = [];
        foreach (MsalCacheHelper cache in await PersistentTokenCache.FindAsync().ConfigureAwait(false))
        {
            IPublicClientApplication application = PublicClientApplicationBuilder
                .Create(clientId)
                .WithAuthority(MsalAuthority.For(authority, "organizations"), validateAuthority: false)
                .WithInstanceDiscovery(false)
                .Build();
            cache.RegisterCache(application.UserTokenCache);
            tenants.AddRange((await application.GetAccountsAsync().ConfigureAwait(false)).SelectMany(TenantsOf));
        }

        return [.. tenants.Distinct()];
    }

    // A guest has a profile in each tenant beyond their own.
    private static IEnumerable<CachedTenant> TenantsOf(IAccount account) =>
        (account.GetTenantProfiles() ?? []).Select(profile => profile.TenantId)
            .Append(account.HomeAccountId.TenantId)
            .Select(tenant => new CachedTenant(tenant, account.Username));
}
