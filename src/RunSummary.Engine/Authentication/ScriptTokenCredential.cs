using System;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>Tokens from code of the caller's, asked for when the last one is near its end or was refused.</summary>
internal sealed class ScriptTokenCredential(AccessTokenScriptSignIn signIn) : ICredential
{
    public AuthType AuthType => AuthType.AccessToken;

    public string? TenantId => null;

    public string? ClientId => null;

    public bool CanRenew => true;

    public bool RunsUserCode => true;

    public async Task<AccessToken> AcquireAsync(string? claims, bool isEarly, IEngineEvents events, CancellationToken cancellationToken)
    {
        AccessToken token = await events.RunOnPipelineAsync(() => GivenToken.Open(signIn.GetToken()), cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return token.ExpiresOn <= now
            ? throw new FailureException(new Failure(ErrorId.AuthenticationFailed, Strings.TokenExpired.With(token.ExpiresOn)) { Action = Strings.SecretScript_Action })
            : token.RenewedInTime(now);
    }

    public Task SignOutAsync() => Task.CompletedTask;

    public void Dispose()
    {
        // The code is the caller's.
    }
}
