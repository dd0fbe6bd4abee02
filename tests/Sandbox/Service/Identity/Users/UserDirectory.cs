using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace RunSummary.Sandbox.Service;

/// <summary>The users of the tenant.</summary>
public sealed class UserDirectory
{
    private ImmutableList<SandboxUser> _all = [SandboxUser.Ada];

    internal UserDirectory()
    {
    }

    public IReadOnlyList<SandboxUser> All => _all;

    /// <summary>Signs in where a request names nobody.</summary>
    public SandboxUser Default { get; set; } = SandboxUser.Ada;

    public SandboxUser Add(string userPrincipalName, string displayName = "Another Sandbox User")
    {
        SandboxUser user = new(userPrincipalName, displayName);
        ImmutableInterlocked.Update(ref _all, all => all.Add(user));
        return user;
    }

    /// <summary>From now on the tenant doesn't know the user.</summary>
    public void Remove(SandboxUser user) => ImmutableInterlocked.Update(ref _all, all => all.Remove(user));

    internal SandboxUser? Find(string? userPrincipalName) => userPrincipalName is null
        ? Known(Default)
        : _all.Find(user => user.UserPrincipalName.Equals(userPrincipalName, StringComparison.OrdinalIgnoreCase));

    internal SandboxUser? Known(SandboxUser user) => _all.Contains(user) ? user : null;
}
