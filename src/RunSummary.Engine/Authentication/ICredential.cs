using System;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Engine.Authentication;

/// <summary>What one sign-in proves itself with. There is one implementation for each kind of <see cref="SignIn"/>.</summary>
internal interface ICredential : IDisposable
{
    AuthType AuthType { get; }

    /// <summary>The tenant as the caller named it; null where the token alone knows.</summary>
    string? TenantId { get; }

    /// <summary>The application as the caller named it; null where the token alone knows.</summary>
    string? ClientId { get; }

    /// <summary>Whether it can give more than one token.</summary>
    bool CanRenew { get; }

    /// <summary>Whether it runs code of the user's, so that nothing of the session may be held while it works.</summary>
    bool RunsUserCode { get; }

    /// <summary>Gets a new token, past any that is kept.</summary>
    /// <param name="claims">The claims to ask for; null for none.</param>
    /// <param name="isEarly">Whether there is a token that still does, so that one try is enough.</param>
    /// <param name="events">The command that needs the token.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Errors.FailureException">Sign-in failed.</exception>
    Task<AccessToken> AcquireAsync(string? claims, bool isEarly, IEngineEvents events, CancellationToken cancellationToken);

    /// <summary>Forgets the user's account, wherever its tokens are kept. Other kinds keep nothing.</summary>
    Task SignOutAsync();
}
