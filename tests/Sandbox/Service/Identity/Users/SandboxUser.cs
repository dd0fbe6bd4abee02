using System;

namespace RunSummary.Sandbox.Service;

public sealed record SandboxUser(string UserPrincipalName, string DisplayName)
{
    /// <summary>Is there from the start, and signs in where nobody is named.</summary>
    public static SandboxUser Ada { get; } = new($"ada@{SandboxTenant.Domain}", "Ada Sandbox") { ObjectId = "5a4db0f0-0000-4000-8000-00000000f0a1" };

    public string ObjectId { get; init; } = Guid.NewGuid().ToString();
}
