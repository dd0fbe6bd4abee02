using System;
using System.Collections.Generic;

namespace RunSummary;

/// <summary>What a session is connected to and as whom, at one moment. It holds no secret.</summary>
public sealed class RunSummaryContext
{
    /// <summary>The Microsoft cloud.</summary>
    public CloudEnvironment Environment { get; internal set; }

    /// <summary>The base address of Microsoft Graph, without a version.</summary>
    public Uri GraphEndpoint { get; internal set; } = null!;

    /// <summary>The base address of the sign-in service, without a tenant.</summary>
    public Uri Authority { get; internal set; } = null!;

    /// <summary>The tenant; null where the token doesn't say.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>The application's id; null where the token doesn't say.</summary>
    public string? ClientId { get; internal set; }

    /// <summary>The user who is signed in; null for an application.</summary>
    public string? Account { get; internal set; }

    /// <summary>The way in which the session signed in.</summary>
    public AuthType AuthType { get; internal set; }

    /// <summary>The permissions that the token carries: an application's roles or a user's scopes.</summary>
    public IReadOnlyList<string> Scopes { get; internal set; } = [];

    /// <summary>The version of Microsoft Graph in use: <c>v1.0</c> or <c>beta</c>.</summary>
    public string ApiVersion { get; internal set; } = "";

    /// <summary>When the token at hand runs out, UTC; null where the token doesn't say.</summary>
    public DateTimeOffset? TokenExpiresOn { get; internal set; }

    /// <summary>Gives the tenant and the address of Microsoft Graph.</summary>
    /// <returns>The text to show.</returns>
    public override string ToString() => TenantId is null ? GraphEndpoint.Host : $"{TenantId} at {GraphEndpoint.Host}";
}
