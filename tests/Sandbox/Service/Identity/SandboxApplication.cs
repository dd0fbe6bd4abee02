namespace RunSummary.Sandbox.Service;

/// <summary>The one app registration of the one tenant.</summary>
internal static class SandboxApplication
{
    public const string TenantId = "5a4db0f0-0000-4000-8000-00000000f001";

    public const string TenantDomain = "sandbox.onmicrosoft.example";

    public const string ClientId = "5a4db0f0-0000-4000-8000-00000000f002";

    public const string ClientSecret = "not-a-secret~sandbox-only";

    public static void Check(TokenRequest request)
    {
        string clientId = request.ClientId;
        if (!ClientId.Equals(clientId, System.StringComparison.OrdinalIgnoreCase))
        {
            throw IdentityErrors.Of(request.Source, 400, "unauthorized_client", 700016,
                $"Application with identifier '{clientId}' was not found in the directory 'RunSummary sandbox'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.");
        }

        if (request.ClientSecret is null)
        {
            throw IdentityErrors.Of(request.Source, 401, "invalid_client", 7000216,
                "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.");
        }

        if (request.ClientSecret != ClientSecret)
        {
            throw IdentityErrors.Of(request.Source, 401, "invalid_client", 7000215,
                $"Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{clientId}'.");
        }
    }
}
