using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Connections;

namespace RunSummary.Sandbox.Service;

/// <summary>Counts the connections that clients hold open.</summary>
internal sealed class ConnectionCount
{
    private int _open;

    public int Open => Volatile.Read(ref _open);

    public async Task CountAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        Interlocked.Increment(ref _open);
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
