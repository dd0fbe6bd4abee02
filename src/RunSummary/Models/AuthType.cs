namespace RunSummary;

/// <summary>The way in which a session signed in.</summary>
public enum AuthType
{
    /// <summary>An access token that the caller supplied; it is never renewed.</summary>
    AccessToken,

    /// <summary>An application's client secret; tokens are renewed as they run out.</summary>
    ClientSecret,
}
