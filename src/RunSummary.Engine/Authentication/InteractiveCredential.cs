using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Identity.Client;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>A person in front of the system's browser (authorization code with PKCE).</summary>
internal sealed class InteractiveCredential(InteractiveSignIn signIn, SignInService service) : UserCredential(signIn, service)
{
    public override AuthType AuthType => AuthType.Interactive;

    protected override string? LoginHint => signIn.LoginHint;

    protected override async Task<AuthenticationResult> AskAsync(
        IPublicClientApplication application, string[] scopes, IEngineEvents events, CancellationToken cancellationToken)
    {
        if (Interactivity.Obstacle(application, signIn.IsHostAttended) is { } obstacle)
        {
            throw new FailureException(ErrorId.InteractionRequired, obstacle);
        }

        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(signIn.Timeout);
        MsalCall.Current!.Answered = () => patience.CancelAfter(Timeout.InfiniteTimeSpan);
        try
        {
            return await application.AcquireTokenInteractive(scopes)
                .WithUseEmbeddedWebView(false)
                .WithLoginHint(signIn.LoginHint)
                .ExecuteAsync(patience.Token)
                .ConfigureAwait(false);
        }
        catch (MsalClientException exception) when (exception.ErrorCode == MsalError.LinuxXdgOpen)
        {
            throw new FailureException(ErrorId.InteractionRequired, Strings.InteractionRequired_NoBrowser);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FailureException(ErrorId.InteractionRequired, Strings.InteractionRequired_Late.With(signIn.Timeout.TotalSeconds));
        }
    }
}
