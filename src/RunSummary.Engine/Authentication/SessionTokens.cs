using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>Keeps a session's token, and gets another in time: once for all that wait for it.</summary>
internal sealed class SessionTokens(ICredential credential, Func<DateTimeOffset>? clock = null) : ITokenSource
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    private readonly Func<DateTimeOffset> _now = clock ?? (() => DateTimeOffset.UtcNow);

    // Who waits for code of the user's waits for one command's pipeline thread: no other command may have to.
    private readonly ConditionalWeakTable<object, SemaphoreSlim> _turns = new();
    private readonly CancellationTokenSource _signOut = new();
    private volatile AccessToken? _latest;

    public AuthType AuthType => credential.AuthType;

    public string? TenantId => credential.TenantId;

    public string? ClientId => credential.ClientId;

    public AccessToken? Latest => _latest;

    public bool CanRenew => credential.CanRenew;

    public async Task<AccessToken> GetTokenAsync(Rejection? rejected, IEngineEvents events, CancellationToken cancellationToken)
    {
        if (Usable(rejected) is { } token)
        {
            return token;
        }

        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _signOut.Token);
        try
        {
            return await InTurnAsync(
                credential.RunsUserCode ? events : this,
                async () => Usable(rejected) ?? await RenewAsync(rejected, events, end.Token).ConfigureAwait(false),
                end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_signOut.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return IsStillGood(rejected) ? _latest! : throw new FailureException(ErrorId.NotConnected, Strings.SessionClosed);
        }
    }

    public async Task SignOutAsync(CancellationToken cancellationToken)
    {
        // A renewal under way would keep its token after the account is gone. It is ended first, so that nobody waits for one that hangs.
        _signOut.Cancel();
        await InTurnAsync(
            this,
            async () =>
            {
                await credential.SignOutAsync().ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        credential.Dispose();
        _signOut.Dispose();
    }

    private async Task<T> InTurnAsync<T>(object owner, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        SemaphoreSlim turn = _turns.GetValue(owner, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private AccessToken? Usable(Rejection? rejected) =>
        _latest is { } latest && !latest.IsSameAs(rejected?.Token) && IsAhead(latest.RenewOn) && !LacksClaims(latest, rejected) ? latest : null;

    // Another command may have got it meanwhile, for another reason.
    private static bool LacksClaims(AccessToken token, Rejection? rejected) => rejected?.Claims is not null && token.RequestedClaims is null;

    private async Task<AccessToken> RenewAsync(Rejection? rejected, IEngineEvents events, CancellationToken cancellationToken)
    {
        try
        {
            AccessToken token = await credential.AcquireAsync(rejected?.Claims, IsStillGood(rejected), events, cancellationToken).ConfigureAwait(false);
            token.RequestedClaims = rejected?.Claims;
            _latest = !token.IsSameAs(rejected?.Token) ? token : throw new FailureException(ErrorId.AuthenticationFailed, Strings.TokenAgain);
            return token;
        }
        catch (FailureException exception) when (MayPass(exception.Failure, rejected) && IsStillGood(rejected))
        {
            AccessToken token = _latest!;
            token.RenewLater(_now() + PauseAfterFailure);
            events.Verbose(Strings.TokenKept.With(token.ExpiresOn, exception.Failure.Detail));
            return token;
        }
    }

    // What code or files of the caller's fail with tells nothing of the next time.
    private bool MayPass(Failure failure, Rejection? rejected) =>
        SignInFailures.MayPass(failure) || (rejected is null && (credential.RunsUserCode || failure.IsOfCaller));

    private bool IsStillGood(Rejection? rejected) =>
        _latest is { } latest && !latest.IsSameAs(rejected?.Token) && IsAhead(latest.ExpiresOn) && !LacksClaims(latest, rejected);

    private bool IsAhead(DateTimeOffset? time) => time is null || time > _now();
}
