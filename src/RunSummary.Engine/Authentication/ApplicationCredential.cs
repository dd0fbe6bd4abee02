using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Identity.Client;

namespace RunSummary.Engine.Authentication;

/// <summary>An application that signs in as itself (client credentials).</summary>
internal abstract class ApplicationCredential : ICredential
{
    private readonly SignInService _service;
    private readonly MsalHttp _http;
    private readonly IConfidentialClientApplication _application;

    /// <summary>Makes the application.</summary>
    /// <param name="tenantId">The tenant's id or one of its domain names.</param>
    /// <param name="clientId">The application's id.</param>
    /// <param name="service">Where it signs in.</param>
    /// <param name="prove">Adds what the application proves itself with.</param>
    /// <exception cref="Errors.FailureException">MSAL can't use what was given.</exception>
    protected ApplicationCredential(string tenantId, string clientId, SignInService service, Action<ConfidentialClientApplicationBuilder> prove)
    {
        TenantId = tenantId;
        ClientId = clientId;
        _service = service;
        _http = MsalHttp.For(service);
        _application = _http.Build(() =>
        {
            ConfidentialClientApplicationBuilder builder = ConfidentialClientApplicationBuilder.Create(clientId).At(service, _http, tenantId);
            prove(builder);
            return builder.Build();
        });
    }

    public abstract AuthType AuthType { get; }

    public string? TenantId { get; }

    public string? ClientId { get; }

    public bool CanRenew => true;

    public virtual bool RunsUserCode => false;

    public virtual async Task<AccessToken> AcquireAsync(string? claims, bool isEarly, IEngineEvents events, CancellationToken cancellationToken)
    {
        MsalCall call = new(_service.Authority, events) { IsEarly = isEarly, IsSigned = AuthType == AuthType.ClientCertificate };
        AuthenticationResult result = await MsalFailures.TranslateAsync(call, () => _application
            .AcquireTokenForClient([_service.DefaultScope])
            .WithForceRefresh(claims is null)
            .WithClaims(claims)
            .ExecuteAsync(cancellationToken)).ConfigureAwait(false);
        return result.ToAccessToken();
    }

    public Task SignOutAsync() => Task.CompletedTask;

    public virtual void Dispose() => _http.Dispose();
}
