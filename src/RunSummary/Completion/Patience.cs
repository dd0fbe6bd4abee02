using System;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Completion;

/// <summary>How long a person waits for a tab.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(300);

    /// <summary>Runs a lookup until it ends or time is up. What fails ends it, and nothing is said.</summary>
    public static void Try(Func<CancellationToken, Task> look)
    {
        using CancellationTokenSource patience = new(Limit);
        CancellationToken cancel = patience.Token;
        Task.Run(() => QuietlyAsync(look, cancel)).Wait(Limit);
        patience.Cancel();
    }

    private static async Task QuietlyAsync(Func<CancellationToken, Task> look, CancellationToken cancel)
    {
        try
        {
            await look(cancel).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A completion that fails offers nothing and says nothing.
        catch (Exception)
#pragma warning restore CA1031
        {
            return;
        }
    }
}
