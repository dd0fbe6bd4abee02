namespace RunSummary.Engine;

/// <summary>A tenant, and a user who signed in to it before.</summary>
internal sealed record CachedTenant(string TenantId, string UserName);
