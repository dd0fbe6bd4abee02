using System;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>A token that the caller brought: used as it is until it runs out.</summary>
internal sealed class GivenTokenCredential(AccessTokenSignIn signIn) : ICredential
{
    private readonly AccessToken _token = GivenToken.Open(signIn.Token);

    public AuthType AuthType => AuthType.AccessToken;

    public string? TenantId => null;

    public string? ClientId => null;

    public bool CanRenew => false;

    public bool RunsUserCode => false;

    public Task<AccessToken> AcquireAsync(string? claims, bool isEarly, IEngineEvents events, CancellationToken cancellationToken) =>
        _token.ExpiresOn <= DateTimeOffset.UtcNow
            ? throw GivenToken.Fail(Strings.TokenExpired.With(_token.ExpiresOn))
            : Task.FromResult(_token);

    public Task SignOutAsync() => Task.CompletedTask;

    public void Dispose()
    {
        // It holds nothing but the token.
    }
}
