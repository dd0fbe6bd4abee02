using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace RunSummary.Sandbox.Service;

/// <summary>The identities of the machine, and where each kind of Azure host gives tokens for them.</summary>
public sealed class ManagedIdentities
{
    private readonly Func<Uri> _root;
    private ImmutableList<ManagedIdentity> _userAssigned = [];

    internal ManagedIdentities(Func<Uri> root) => _root = root;

    /// <summary>Null for a machine without one.</summary>
    public ManagedIdentity? SystemAssigned { get; set; } = new("sandbox-machine")
    {
        ResourceId = "/subscriptions/5a4db0f0-0000-4000-8000-00000000f0b0/resourceGroups/sandbox/providers/Microsoft.Compute/virtualMachines/sandbox-machine",
    };

    public IReadOnlyList<ManagedIdentity> UserAssigned => _userAssigned;

    /// <summary>What the App Service endpoint wants in X-IDENTITY-HEADER.</summary>
    public string IdentityHeader { get; } = "sandbox-identity-header";

    /// <summary>The environment of a process in App Service or Azure Functions.</summary>
    public IReadOnlyDictionary<string, string> AppServiceVariables => new Dictionary<string, string>
    {
        ["IDENTITY_ENDPOINT"] = Address(AppServiceEndpoint.Path),
        ["IDENTITY_HEADER"] = IdentityHeader,
    };

    /// <summary>The environment of a process on a virtual machine; MSAL reads it once per process.</summary>
    public IReadOnlyDictionary<string, string> VirtualMachineVariables => new Dictionary<string, string>
    {
        ["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = Address(""),
    };

    /// <summary>The environment of a process in Cloud Shell, where tokens are the default user's.</summary>
    public IReadOnlyDictionary<string, string> CloudShellVariables => new Dictionary<string, string>
    {
        ["MSI_ENDPOINT"] = Address(CloudShellEndpoint.Path),
    };

    /// <summary>The environment of a process on a machine in Azure Arc; see <see cref="ArcKeys.CanBeWritten"/>.</summary>
    public IReadOnlyDictionary<string, string> ArcVariables => new Dictionary<string, string>
    {
        ["IDENTITY_ENDPOINT"] = Address(ImdsEndpoint.Path),
        ["IMDS_ENDPOINT"] = Address(""),
    };

    public ManagedIdentity Add(string name)
    {
        ManagedIdentity identity = new(name);
        ImmutableInterlocked.Update(ref _userAssigned, all => all.Add(identity));
        return identity;
    }

    public void Remove(ManagedIdentity identity) => ImmutableInterlocked.Update(ref _userAssigned, all => all.Remove(identity));

    /// <summary>The identity that a request names, or the machine's own where it names none.</summary>
    internal ManagedIdentity? Find(ManagedIdentityRequest request) =>
        request.ClientId is string client ? _userAssigned.Find(one => Same(one.ClientId, client))
        : request.ObjectId is string @object ? _userAssigned.Find(one => Same(one.ObjectId, @object))
        : request.ResourceId is string resource ? _userAssigned.Find(one => Same(one.ResourceId, resource))
        : SystemAssigned;

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private string Address(string path) => $"{_root().GetLeftPart(UriPartial.Authority)}{path}";
}
