using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Identity.Client;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>A person: asked once, then renewed without them for as long as the tenant permits.</summary>
internal abstract class UserCredential : ICredential
{
    private readonly UserSignIn _signIn;
    private readonly SignInService _service;
    private readonly string[] _scopes;
    private readonly MsalHttp _http;
    private readonly IPublicClientApplication _application;
    private IAccount? _account;

    protected UserCredential(UserSignIn signIn, SignInService service)
    {
        _signIn = signIn;
        TenantId = signIn.TenantId;
        _service = service;
        _scopes = [.. service.ScopesOf(signIn.Scopes)];
        _http = MsalHttp.For(service);
        _application = _http.Build(() => PublicClientApplicationBuilder
            .Create(signIn.ClientId)
            .At(service, _http, signIn.TenantId)
            .WithRedirectUri("http://localhost")
            .Build());
    }

    public abstract AuthType AuthType { get; }

    public string? TenantId { get; private set; }

    public string? ClientId => _signIn.ClientId;

    public bool CanRenew => true;

    public bool RunsUserCode => false;

    /// <summary>The account that the caller named; null where any will do.</summary>
    protected virtual string? LoginHint => null;

    public async Task<AccessToken> AcquireAsync(string? claims, bool isEarly, IEngineEvents events, CancellationToken cancellationToken)
    {
        AuthenticationResult result = _account is { } account
            ? await SilentAsync(account, claims, force: claims is null, Call(events) with { IsEarly = isEarly }, cancellationToken).ConfigureAwait(false)
            : await BeginAsync(events, cancellationToken).ConfigureAwait(false);
        _account = result.Account;
        TenantId = result.TenantId ?? TenantId;
        return result.ToAccessToken();
    }

    public Task SignOutAsync() => _account is { } account ? GuardAsync(() => RemoveAsync(account)) : Task.CompletedTask;

    public void Dispose() => _http.Dispose();

    /// <summary>Asks the person.</summary>
    protected abstract Task<AuthenticationResult> AskAsync(
        IPublicClientApplication application, string[] scopes, IEngineEvents events, CancellationToken cancellationToken);

    private async Task<AuthenticationResult> BeginAsync(IEngineEvents events, CancellationToken cancellationToken)
    {
        if (_signIn.TokenCache == TokenCacheLocation.CurrentUser)
        {
            await PersistentTokenCache.UseAsync(_application, _signIn.AllowUnprotectedTokenCache, events).ConfigureAwait(false);
            if (await FromCacheAsync(events, cancellationToken).ConfigureAwait(false) is { } known)
            {
                return known;
            }
        }

        return await CallAsync(Call(events), () => AskAsync(_application, _scopes, events, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Signs in silently as who signed in before: who was named, or the only one there is.</summary>
    private async Task<AuthenticationResult?> FromCacheAsync(IEngineEvents events, CancellationToken cancellationToken)
    {
        IAccount[] accounts = [.. await GuardAsync(() => _application.GetAccountsAsync()).ConfigureAwait(false)];
        IAccount? account = LoginHint is { } hint
            ? accounts.FirstOrDefault(known => string.Equals(known.Username, hint, StringComparison.OrdinalIgnoreCase))
            : accounts.Length == 1 ? accounts[0] : null;
        try
        {
            return account is null ? null : await SilentAsync(account, claims: null, force: false, Call(events), cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException exception) when (exception.Failure.Id == ErrorId.InteractionRequired)
        {
            return null;
        }
    }

    private Task<AuthenticationResult> SilentAsync(IAccount account, string? claims, bool force, MsalCall call, CancellationToken cancellationToken) =>
        CallAsync(
            call with { IsSilent = true },
            () => _application.AcquireTokenSilent(_scopes, account).WithForceRefresh(force).WithClaims(claims).ExecuteAsync(cancellationToken));

    private MsalCall Call(IEngineEvents events) => new(_service.Authority, events) { Action = Strings.AuthenticationFailed_UserAction };

    private Task<AuthenticationResult> CallAsync(MsalCall about, Func<Task<AuthenticationResult>> call) =>
        MsalFailures.TranslateAsync(about, () => GuardAsync(call));

    private async Task<bool> RemoveAsync(IAccount account)
    {
        await _application.RemoveAsync(account).ConfigureAwait(false);
        return true;
    }

    private Task<T> GuardAsync<T>(Func<Task<T>> call) =>
        _signIn.TokenCache == TokenCacheLocation.CurrentUser ? PersistentTokenCache.GuardAsync(call) : call();
}
