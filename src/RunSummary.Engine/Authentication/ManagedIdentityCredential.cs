using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>The identity that Azure gives to what runs there. MSAL knows the places: Automation and App Service, VMs, Arc, Cloud Shell.</summary>
internal sealed class ManagedIdentityCredential : ICredential
{
    private readonly SignInService _service;
    private readonly MsalHttp _http = MsalHttp.ForThisMachine();
    private readonly IManagedIdentityApplication _application;

    public ManagedIdentityCredential(ManagedIdentitySignIn signIn, SignInService service)
    {
        ClientId = signIn.Kind == ManagedIdentityKind.ClientId ? signIn.Id : null;
        _service = service;
        _application = _http.Build(() => ManagedIdentityApplicationBuilder
            .Create(ToId(signIn))
            .WithClientCapabilities(MsalApplications.Capabilities)
            .WithHttpClientFactory(_http)
            .Build());
    }

    public AuthType AuthType => AuthType.ManagedIdentity;

    public string? TenantId => null;

    public string? ClientId { get; }

    public bool CanRenew => true;

    public bool RunsUserCode => false;

    public async Task<AccessToken> AcquireAsync(string? claims, bool isEarly, IEngineEvents events, CancellationToken cancellationToken)
    {
        MsalCall call = new(_service.Authority, events) { Action = Strings.AuthenticationFailed_IdentityAction };
        try
        {
            AuthenticationResult result = await MsalFailures.TranslateAsync(
                call,
                () => _application
                    .AcquireTokenForManagedIdentity(_service.ResourceName)
                    .WithForceRefresh(claims is null)
                    .WithClaims(claims)
                    .ExecuteAsync(cancellationToken)).ConfigureAwait(false);
            return result.ToAccessToken();
        }
        catch (FailureException exception) when (exception.Failure.Id == ErrorId.ConnectionFailed)
        {
            // Nothing that answers is how a machine without an identity looks.
            throw new FailureException(exception.Failure with { Action = Strings.AuthenticationFailed_IdentityAction });
        }
    }

    public Task SignOutAsync() => Task.CompletedTask;

    public void Dispose() => _http.Dispose();

    private static ManagedIdentityId ToId(ManagedIdentitySignIn signIn) => signIn.Kind switch
    {
        ManagedIdentityKind.SystemAssigned => ManagedIdentityId.SystemAssigned,
        ManagedIdentityKind.ClientId => ManagedIdentityId.WithUserAssignedClientId(signIn.Id),
        ManagedIdentityKind.ResourceId => ManagedIdentityId.WithUserAssignedResourceId(signIn.Id),
        ManagedIdentityKind.ObjectId => ManagedIdentityId.WithUserAssignedObjectId(signIn.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(signIn), signIn.Kind, message: null),
    };
}
