using System;

namespace RunSummary.Sandbox.Service;

/// <summary>An identity of the machine that a script runs on.</summary>
public sealed record ManagedIdentity(string Name)
{
    public string ClientId { get; init; } = Guid.NewGuid().ToString();

    public string ObjectId { get; init; } = Guid.NewGuid().ToString();

    public string ResourceId { get; init; } =
        $"/subscriptions/5a4db0f0-0000-4000-8000-00000000f0b0/resourceGroups/sandbox/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{Name}";
}
