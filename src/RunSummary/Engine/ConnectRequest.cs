using System;
using System.Net;

namespace RunSummary.Engine;

/// <summary>What a session is to be made of. Null addresses stand for those of the environment.</summary>
internal sealed record ConnectRequest(SignIn SignIn)
{
    public CloudEnvironment Environment { get; init; }

    public Uri? GraphEndpoint { get; init; }

    public Uri? Authority { get; init; }

    /// <summary>The proxy to use; null for the system's.</summary>
    public Uri? Proxy { get; init; }

    public NetworkCredential? ProxyCredential { get; init; }

    /// <summary>The version to use always; null to begin with v1.0 and follow the service to beta.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>How many writes may be sent in 20 seconds.</summary>
    public int WriteLimit { get; init; }

    /// <summary>How many times a request is sent again after a passing failure.</summary>
    public int MaximumRetryCount { get; init; }
}
