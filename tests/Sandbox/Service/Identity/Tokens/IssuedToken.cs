using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>What Graph knows of an access token.</summary>
internal sealed class IssuedToken(string audience, SandboxApplication application, DateTimeOffset expiresOn)
{
    public string Audience { get; } = audience;

    public SandboxApplication Application { get; } = application;

    public DateTimeOffset ExpiresOn { get; } = expiresOn;

    public ClientCredentialKind AuthenticatedBy { get; init; }

    /// <summary>An application's permissions.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>In whose name the application acts; null where it is by itself.</summary>
    public SandboxUser? User { get; init; }

    /// <summary>What the application may do in the user's name.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The machine whose identity it is; null for any other.</summary>
    public ManagedIdentity? Machine { get; init; }

    /// <summary>What it asked for in the parameter 'claims'.</summary>
    public JsonObject? Claims { get; init; }

    public volatile bool Revoked;

    /// <summary>From before Graph last changed its mind about the claims that it wants.</summary>
    public volatile bool IsOld;
}
