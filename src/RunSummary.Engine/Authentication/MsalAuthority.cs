using System;

namespace RunSummary.Engine.Authentication;

/// <summary>Makes the authority that MSAL wants of a base address and a tenant.</summary>
internal static class MsalAuthority
{
    public static Uri For(Uri baseAddress, string tenantId) => new UriBuilder(baseAddress)
    {
        Scheme = Uri.UriSchemeHttps,
        Port = baseAddress.Port,
        Path = baseAddress.AbsolutePath.TrimEnd('/') + "/" + Uri.EscapeDataString(tenantId),
    }.Uri;
}
