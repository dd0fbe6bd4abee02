using System;

namespace RunSummary.Sandbox.Service;

/// <summary>An app registration.</summary>
internal sealed record SandboxApplication(string ClientId, string Name)
{
    public const string OwnSecret = "not-a-secret~sandbox-only";

    /// <summary>The tenant's own.</summary>
    public static SandboxApplication Own { get; } = new("5a4db0f0-0000-4000-8000-00000000f002", "RunSummary sandbox app");

    /// <summary>Every tenant has it.</summary>
    public static SandboxApplication CommandLineTools { get; } =
        new("14d82eec-204b-4c2f-b7e8-296a70dab67e", "Microsoft Graph Command Line Tools") { IsPublicOnly = true };

    /// <summary>It can't have a credential of its own.</summary>
    public bool IsPublicOnly { get; init; }

    public static SandboxApplication? Find(string clientId) =>
        Own.IsNamed(clientId) ? Own : CommandLineTools.IsNamed(clientId) ? CommandLineTools : null;

    public static SandboxApplication Known(SandboxRequest request, string clientId) =>
        Find(clientId) ?? throw IdentityErrors.Of(request, 400, "unauthorized_client", 700016,
            $"Application with identifier '{clientId}' was not found in the directory '{SandboxTenant.Name}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.");

    public bool IsNamed(string? clientId) => ClientId.Equals(clientId, StringComparison.OrdinalIgnoreCase);
}
