using System;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

public enum DeviceCodeState
{
    Pending,

    Approved,

    Declined,

    Expired,

    /// <summary>The client has its tokens.</summary>
    Redeemed,
}

/// <summary>One code that a user types in on another device.</summary>
public sealed class DeviceCode
{
    internal DeviceCode(string secret, string userCode, SandboxApplication application, ScopeRequest scopes, DateTimeOffset expiresOn)
    {
        Secret = secret;
        UserCode = userCode;
        Application = application;
        Scopes = scopes;
        ExpiresOn = expiresOn;
    }

    public string UserCode { get; }

    public string ClientId => Application.ClientId;

    /// <summary>How often the client has asked for the tokens.</summary>
    public int Polls { get; internal set; }

    public DeviceCodeState State { get; internal set; }

    /// <summary>What the client polls with; the user doesn't see it.</summary>
    internal string Secret { get; }

    internal SandboxApplication Application { get; }

    internal ScopeRequest Scopes { get; }

    internal DateTimeOffset ExpiresOn { get; }

    internal JsonObject? Claims { get; init; }

    internal SandboxUser? User { get; set; }

    internal int SlowDowns { get; set; }
}
