namespace RunSummary;

/// <summary>Where the tokens of a signed-in user are kept.</summary>
public enum TokenCacheLocation
{
    /// <summary>In the memory of the process: they end with it.</summary>
    Process,

    /// <summary>In the user's secret store (DPAPI, Keychain, libsecret): later processes of the user sign in silently.</summary>
    CurrentUser,
}
