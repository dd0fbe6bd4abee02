using System.Threading;
using System.Threading.Tasks;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine;

/// <summary>The session that commands use when none is named: one a process, shared by all runspaces.</summary>
internal static class DefaultSession
{
    private static RunSummarySession? _current;

    public static RunSummarySession? Current => Volatile.Read(ref _current);

    /// <summary>Takes a session as the default; the one before is closed unless a caller holds it.</summary>
    public static void Replace(RunSummarySession session)
    {
        RunSummarySession? previous = Interlocked.Exchange(ref _current, session);
        if (previous is { IsHandedOut: false })
        {
            previous.Close();
        }
    }

    /// <summary>Closes a session, which stops being the default if it was, and forgets its user's account.</summary>
    public static async Task CloseAsync(RunSummarySession session, CancellationToken cancellationToken)
    {
        Interlocked.CompareExchange(ref _current, null, session);
        using SessionLease? lease = session.TryAcquire();
        session.Close();
        if (lease is not null)
        {
            await lease.Engine.SignOutAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public static SessionLease Acquire(RunSummarySession? named)
    {
        while (true)
        {
            RunSummarySession session = named ?? Current ?? throw new FailureException(ErrorId.NotConnected, Strings.NoSession);
            try
            {
                return session.Acquire();
            }
            catch (FailureException) when (named is null && Current is { } current && current != session)
            {
                // Replaced by another thread in between: the new one it is.
            }
        }
    }
}
