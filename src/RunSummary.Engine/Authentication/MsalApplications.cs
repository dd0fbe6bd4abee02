using Microsoft.Identity.Client;

namespace RunSummary.Engine.Authentication;

/// <summary>What all of MSAL's applications are made with.</summary>
internal static class MsalApplications
{
    /// <summary>Says that claims challenges are understood (continuous access evaluation).</summary>
    public static readonly string[] Capabilities = ["cp1"];

    public static TBuilder At<TBuilder>(this TBuilder builder, SignInService service, MsalHttp http, string tenantId)
        where TBuilder : AbstractApplicationBuilder<TBuilder> => builder
            .WithAuthority(MsalAuthority.For(service.Authority, tenantId), validateAuthority: false)

            // The addresses of the clouds are known, and others are meant as they are given: nothing is to be looked up.
            .WithInstanceDiscovery(false)
            .WithClientCapabilities(Capabilities)

            // Tries are counted in one place, and it isn't MSAL.
            .WithHttpClientFactory(http, retryOnceOn5xx: false);
}
