using System;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Engine.Authentication;

/// <summary>Gives the access tokens of a session.</summary>
internal interface ITokenSource : IDisposable
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
    /// <param name="rejected">A token that the service refused; null for none.</param>
    /// <param name="events">The command that needs the token.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Errors.FailureException">Sign-in failed.</exception>
    Task<AccessToken> GetTokenAsync(Rejection? rejected, IEngineEvents events, CancellationToken cancellationToken);

    /// <summary>Forgets the user's account, wherever its tokens are kept. From then on there is no other token than the one at hand.</summary>
    Task SignOutAsync(CancellationToken cancellationToken);
}
