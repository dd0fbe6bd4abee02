namespace RunSummary;

/// <summary>The way in which a session signed in.</summary>
public enum AuthType
{
    /// <summary>A token that the caller supplied; renewed only where a script block gives it.</summary>
    AccessToken,

    /// <summary>An application's client secret; tokens are renewed as they run out.</summary>
    ClientSecret,

    /// <summary>A user in the system's browser; tokens are renewed without the user for as long as the tenant permits.</summary>
    Interactive,

    /// <summary>A user with a code in any browser; tokens are renewed as with <see cref="Interactive"/>.</summary>
    DeviceCode,

    /// <summary>An application's certificate; tokens are renewed as they run out.</summary>
    ClientCertificate,

    /// <summary>The identity that Azure gives to what runs there; tokens are renewed as they run out.</summary>
    ManagedIdentity,

    /// <summary>An application that another service vouches for; tokens are renewed as they run out.</summary>
    FederatedToken,
}
