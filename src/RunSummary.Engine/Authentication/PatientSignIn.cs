using System;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Graph;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>Signs in, again where the sign-in service has a bad moment.</summary>
internal static class PatientSignIn
{
    /// <exception cref="FailureException">Sign-in was refused, or failed after the last try.</exception>
    public static async Task<AccessToken> GetTokenAsync(ITokenSource tokens, RetryPolicy retries, IEngineEvents events, CancellationToken cancellationToken)
    {
        TimeSpan waited = TimeSpan.Zero;
        for (int tries = 1; ; tries++)
        {
            TimeSpan wait;
            try
            {
                return await tokens.GetTokenAsync(rejected: null, events, cancellationToken).ConfigureAwait(false);
            }
            catch (FailureException exception) when (IsTransient(exception.Failure) && retries.NextWait(tries, waited, exception.Failure.RetryAfter) is { } next)
            {
                wait = next;
                events.Verbose(Strings.SignInRetryLine.With(exception.Failure.Detail, tries + 1, retries.MaximumTries, wait.TotalSeconds));
            }

            await SystemClock.Instance.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
            waited += wait;
        }
    }

    /// <summary>Whether another try may help.</summary>
    public static bool IsTransient(Failure failure) =>
        failure.Id is ErrorId.Throttled or ErrorId.ServiceUnavailable or ErrorId.ConnectionFailed;
}
