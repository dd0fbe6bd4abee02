using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Service;

/// <summary>Copies bytes both ways between two connections.</summary>
internal static class ProxyRelay
{
    /// <summary>Runs until both sides have ended, or one has failed.</summary>
    public static async Task RunAsync(Socket one, Socket other, CancellationToken cancellationToken)
    {
        using CancellationTokenSource failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(CopyAsync(one, other, failed), CopyAsync(other, one, failed)).ConfigureAwait(false);
    }

    private static async Task CopyAsync(Socket from, Socket to, CancellationTokenSource failed)
    {
        try
        {
            using NetworkStream source = new(from);
            using NetworkStream destination = new(to);
            await source.CopyToAsync(destination, failed.Token).ConfigureAwait(false);
            to.Shutdown(SocketShutdown.Send);
        }
        catch
        {
            await failed.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }
}
