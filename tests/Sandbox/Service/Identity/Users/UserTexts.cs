namespace RunSummary.Sandbox.Service;

/// <summary>Texts of errors that come from more than one place.</summary>
internal static class UserTexts
{
    public static string Unknown(string? userName) =>
        $"The user account {userName} does not exist in the {SandboxTenant.Name} directory. To sign into this application, the account must be added to the directory.";

    public static string NoConsent(SandboxApplication application) =>
        $"The user or administrator has not consented to use the application with ID '{application.ClientId}' named '{application.Name}'. Send an interactive authorization request for this user and resource.";

    public static string MultiFactorNeeded(string resource) =>
        $"Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{resource}'.";
}
