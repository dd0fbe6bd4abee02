using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Identity.Client;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>An application that signs in with a secret. MSAL keeps the token and renews it before it runs out.</summary>
internal sealed class ClientSecretTokenSource : ITokenSource
{
    private readonly IConfidentialClientApplication _application;
    private readonly Uri _authority;
    private readonly string[] _scopes;

    public ClientSecretTokenSource(ClientSecretSignIn signIn, Uri authority, bool isCustomAuthority, string scope)
    {
        TenantId = signIn.TenantId;
        ClientId = signIn.ClientId;
        _authority = authority;
        _scopes = [scope];
        string secret = new NetworkCredential("", signIn.Secret).Password;
        if (secret.Length == 0)
        {
            throw new FailureException(ErrorId.AuthenticationFailed, Strings.SecretEmpty);
        }

        _application = MsalFailures.Translate(() => ConfidentialClientApplicationBuilder
            .Create(signIn.ClientId)
            .WithClientSecret(secret)
            .WithAuthority(MsalAuthority.For(authority, signIn.TenantId), validateAuthority: !isCustomAuthority)
            .WithInstanceDiscovery(!isCustomAuthority)
            .WithHttpClientFactory(MsalHttp.For(authority))
            .Build());
    }

    public AuthType AuthType => AuthType.ClientSecret;

    public string? TenantId { get; }

    public string? ClientId { get; }

    public AccessToken? Latest { get; private set; }

    public bool CanRenew => true;

    public async Task<AccessToken> GetTokenAsync(AccessToken? rejected, CancellationToken cancellationToken)
    {
        AuthenticationResult result = await AcquireAsync(forceRefresh: false, cancellationToken).ConfigureAwait(false);
        if (result.AccessToken == rejected?.Value)
        {
            result = await AcquireAsync(forceRefresh: true, cancellationToken).ConfigureAwait(false);
        }

        if (Latest is not { } latest || latest.Value != result.AccessToken)
        {
            Latest = latest = new AccessToken(result.AccessToken, result.ExpiresOn);
        }

        return latest;
    }

    private Task<AuthenticationResult> AcquireAsync(bool forceRefresh, CancellationToken cancellationToken) =>
        MsalFailures.TranslateAsync(_authority, () => _application
            .AcquireTokenForClient(_scopes)
            .WithForceRefresh(forceRefresh)
            .ExecuteAsync(cancellationToken));
}
