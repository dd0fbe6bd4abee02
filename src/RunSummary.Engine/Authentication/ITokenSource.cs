using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Engine.Authentication;

/// <summary>Gives access tokens for one sign-in. There is one implementation for each kind of <see cref="SignIn"/>.</summary>
internal interface ITokenSource
{
    AuthType AuthType { get; }

    /// <summary>The tenant as the caller named it; null where the token alone knows.</summary>
    string? TenantId { get; }

    /// <summary>The application as the caller named it; null where the token alone knows.</summary>
    string? ClientId { get; }

    /// <summary>The token given last.</summary>
    AccessToken? Latest { get; }

    /// <summary>Whether a token that the service refused can be replaced by a fresh one.</summary>
    bool CanRenew { get; }

    /// <summary>Gives a valid token.</summary>
    /// <param name="rejected">A token that the service refused and that must not come again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Errors.FailureException">Sign-in failed.</exception>
    Task<AccessToken> GetTokenAsync(AccessToken? rejected, CancellationToken cancellationToken);
}
