using System;
using System.Collections.Generic;
using System.Security;

namespace RunSummary.Engine;

/// <summary>A way in. The engine has a credential for each kind.</summary>
internal abstract record SignIn;

/// <summary>A token that the caller brought.</summary>
internal sealed record AccessTokenSignIn(SecureString Token) : SignIn;

/// <summary>Code of the caller's that gives a token whenever one is needed. It runs on a pipeline thread.</summary>
internal sealed record AccessTokenScriptSignIn(Func<SecureString> GetToken) : SignIn;

/// <summary>An application with a client secret.</summary>
internal sealed record ClientSecretSignIn(string TenantId, string ClientId, SecureString Secret) : SignIn;

/// <summary>An application with a certificate.</summary>
internal sealed record CertificateSignIn(string TenantId, string ClientId, CertificateOrigin Certificate) : SignIn
{
    /// <summary>Whether the certificate itself is sent along (x5c), for applications that trust one by its subject and issuer.</summary>
    public bool SendChain { get; init; }
}

/// <summary>An application that another service vouches for, with a token in a file that is read anew each time.</summary>
internal sealed record FederatedTokenFileSignIn(string TenantId, string ClientId, string Path) : SignIn;

/// <summary>The same, with a token from code of the caller's, which runs on a pipeline thread for each assertion.</summary>
internal sealed record FederatedTokenScriptSignIn(string TenantId, string ClientId, Func<SecureString> GetToken) : SignIn;

/// <summary>The identity that Azure gives to what runs there.</summary>
/// <param name="Kind">What the id is.</param>
/// <param name="Id">The id of a user-assigned identity; null for the system-assigned one.</param>
internal sealed record ManagedIdentitySignIn(ManagedIdentityKind Kind, string? Id) : SignIn;

/// <summary>How a managed identity is named.</summary>
internal enum ManagedIdentityKind
{
    SystemAssigned,
    ClientId,
    ResourceId,
    ObjectId,
}

/// <summary>An application as the environment variables of Azure's SDKs describe it.</summary>
internal sealed record EnvironmentSignIn : SignIn;

/// <summary>A person.</summary>
internal abstract record UserSignIn(string TenantId, string ClientId) : SignIn
{
    public IReadOnlyList<string> Scopes { get; init; } = [];

    public TokenCacheLocation TokenCache { get; init; }

    /// <summary>Whether the tokens may be kept in a file without encryption where there is no secret store.</summary>
    public bool AllowUnprotectedTokenCache { get; init; }
}

/// <summary>A person in front of a browser on this machine.</summary>
internal sealed record InteractiveSignIn(string TenantId, string ClientId) : UserSignIn(TenantId, ClientId)
{
    /// <summary>The account to offer; null for none.</summary>
    public string? LoginHint { get; init; }

    public TimeSpan Timeout { get; init; }

    /// <summary>Whether the host has somebody in front of it, whatever it was started with.</summary>
    public bool IsHostAttended { get; init; }
}

/// <summary>A person with a browser on any machine, who is shown a code.</summary>
internal sealed record DeviceCodeSignIn(string TenantId, string ClientId) : UserSignIn(TenantId, ClientId);
