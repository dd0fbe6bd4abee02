using System;
using System.Text.RegularExpressions;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>Makes the authority that MSAL wants of a base address and a tenant.</summary>
internal static class MsalAuthority
{
    private static readonly Regex IdOrDomain = new(@"^[A-Za-z0-9][A-Za-z0-9.-]*\z", RegexOptions.CultureInvariant);

    /// <exception cref="FailureException">The tenant is neither an id nor a domain name.</exception>
    public static Uri For(Uri baseAddress, string tenantId) => IdOrDomain.IsMatch(tenantId)
        ? new UriBuilder(baseAddress)
        {
            Scheme = Uri.UriSchemeHttps,
            Port = baseAddress.Port,
            Path = tenantId,
        }.Uri
        : throw new FailureException(ErrorId.AuthenticationFailed, Strings.TenantInvalid.With(PlainText.Shown(tenantId)));
}
