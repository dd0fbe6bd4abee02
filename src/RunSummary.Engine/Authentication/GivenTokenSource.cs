using System;
using System.Linq;
using System.Net;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>A token that the caller brought: used as it is until it runs out.</summary>
internal sealed class GivenTokenSource(AccessTokenSignIn signIn) : ITokenSource
{
    private readonly AccessToken _token = Open(signIn.Token);

    public AuthType AuthType => AuthType.AccessToken;

    public string? TenantId => null;

    public string? ClientId => null;

    public AccessToken? Latest => _token;

    public bool CanRenew => false;

    public Task<AccessToken> GetTokenAsync(AccessToken? rejected, CancellationToken cancellationToken) =>
        _token.ExpiresOn <= DateTimeOffset.UtcNow
            ? throw Fail(Strings.TokenExpired.With(_token.ExpiresOn))
            : Task.FromResult(_token);

    private static AccessToken Open(SecureString secure)
    {
        string value = new NetworkCredential("", secure).Password;
        if (value.Length == 0)
        {
            throw Fail(Strings.TokenEmpty);
        }

        return value.All(IsTokenCharacter) ? new AccessToken(value) : throw Fail(Strings.TokenMalformed);
    }

    // RFC 6750's b64token.
    private static bool IsTokenCharacter(char character) =>
        character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~' or '+' or '/' or '=';

    private static FailureException Fail(string detail) => new(new Failure(ErrorId.AuthenticationFailed, detail) { Action = Strings.AuthenticationFailed_TokenAction });
}
