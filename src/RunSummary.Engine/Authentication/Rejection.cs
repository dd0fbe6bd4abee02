namespace RunSummary.Engine.Authentication;

/// <summary>A token that the service refused and that must not come again.</summary>
/// <param name="Token">The token.</param>
/// <param name="Claims">The claims that the next one must be asked for with (a claims challenge); null for none.</param>
internal sealed record Rejection(AccessToken Token, string? Claims);
