namespace RunSummary.Sandbox.Service;

/// <summary>Which application asks, and whether it is the one.</summary>
internal sealed class ClientAuthentication(SandboxIdentity identity)
{
    private readonly CertificateAssertions _certificates = new(identity.Certificates);

    /// <summary>The application must show a credential.</summary>
    public SandboxApplication Authenticate(TokenRequest request)
    {
        SandboxApplication application = Identify(request);
        return request.Credential != ClientCredentialKind.None ? application : throw IdentityErrors.InvalidClient(request.Source, 7000216,
            "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.");
    }

    /// <summary>The application may be a public client; what it shows must be right all the same.</summary>
    public SandboxApplication Identify(TokenRequest request)
    {
        SandboxApplication application = SandboxApplication.Known(request.Source, request.ClientId);
        bool hasCredential = request.Assertion is not null || request.ClientSecret is not null;
        if (hasCredential && application.IsPublicOnly)
        {
            throw IdentityErrors.InvalidClient(request.Source, 700025, "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.");
        }

        request.Credential = request.Assertion is not null ? CheckAssertion(request, application)
            : hasCredential ? CheckSecret(request)
            : ClientCredentialKind.None;
        return application;
    }

    /// <summary>Users sign in to an application that shows no credential.</summary>
    public SandboxApplication IdentifyForUser(TokenRequest request)
    {
        SandboxApplication application = Identify(request);
        bool isAllowed = request.Credential != ClientCredentialKind.None || application.IsPublicOnly || identity.AllowPublicClient;
        return isAllowed ? application : throw IdentityErrors.InvalidClient(request.Source, 7000218,
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
    }

    private ClientCredentialKind CheckAssertion(TokenRequest request, SandboxApplication application)
    {
        AssertionErrors errors = new(request.Source);
        if (request["client_assertion_type"] != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        {
            throw IdentityErrors.Missing(request.Source, "client_assertion_type");
        }

        SignedToken assertion = SignedToken.Read(request.Assertion!) ?? throw errors.Malformed("it is not a signed JWT");
        if (!assertion.IsAlgorithmKnown)
        {
            throw errors.Algorithm(assertion.Algorithm);
        }

        if (application.IsNamed(assertion["iss"]))
        {
            _certificates.Check(request, application, assertion, errors);
            return ClientCredentialKind.Certificate;
        }

        identity.FederatedCredentials.Check(assertion, errors);
        return ClientCredentialKind.Federated;
    }

    private ClientCredentialKind CheckSecret(TokenRequest request)
    {
        if (request.ClientSecret != SandboxApplication.OwnSecret)
        {
            throw IdentityErrors.InvalidClient(request.Source, 7000215,
                $"Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{request.ClientId}'.");
        }

        return !identity.SecretIsExpired ? ClientCredentialKind.Secret : throw IdentityErrors.InvalidClient(request.Source, 7000222,
            $"The provided client secret keys for app '{request.ClientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.");
    }
}
