using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using RunSummary.Engine.Graph;

namespace RunSummary.Engine.Authentication;

/// <summary>Where to sign in, and what for.</summary>
/// <param name="Authority">The base address of the sign-in service, without a tenant.</param>
/// <param name="Resource">The address of Microsoft Graph in the cloud, which names it to the sign-in service; it needn't be the one that is called.</param>
/// <param name="Proxy">The proxy to use; null for the system's.</param>
internal sealed record SignInService(Uri Authority, Uri Resource, IWebProxy? Proxy)
{
    /// <summary>How often a request is sent again.</summary>
    public RetryPolicy Retries { get; init; } = new(maximumRetries: 0);

    /// <summary>The resource as the sign-in service knows it: without a slash at the end.</summary>
    public string ResourceName => Resource.GetLeftPart(UriPartial.Authority);

    /// <summary>The scope that stands for all permissions an application was granted in this cloud.</summary>
    public string DefaultScope => ResourceName + "/.default";

    /// <summary>Gives the scopes of this cloud's Microsoft Graph; those that name their resource are left as they are.</summary>
    public IEnumerable<string> ScopesOf(IEnumerable<string> permissions) => permissions.Select(permission =>
        permission.IndexOf("://", StringComparison.Ordinal) < 0 ? $"{ResourceName}/{permission}" : permission);
}
