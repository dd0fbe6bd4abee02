using System.Security;

namespace RunSummary.Engine;

/// <summary>A way in. The engine has a token source for each kind.</summary>
internal abstract record SignIn;

/// <summary>A token that the caller brought.</summary>
internal sealed record AccessTokenSignIn(SecureString Token) : SignIn;

/// <summary>An application with a client secret.</summary>
internal sealed record ClientSecretSignIn(string TenantId, string ClientId, SecureString Secret) : SignIn;
