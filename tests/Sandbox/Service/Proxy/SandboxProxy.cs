using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Sandbox.Service;

/// <summary>
/// A forward proxy on loopback. It takes the names of Microsoft's clouds to the sandbox, loopback addresses to where they lead,
/// and nothing else anywhere.
/// </summary>
public sealed class SandboxProxy : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<ProxyRequest> _requests = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ProxyGuard _guard;
    private readonly ProxyRoutes _routes;
    private readonly Task _serving;
    private int _disposed;

    private SandboxProxy(SandboxService service, (string User, string Password)? credential)
    {
        _guard = new ProxyGuard(credential);
        _routes = new ProxyRoutes(new IPEndPoint(IPAddress.Loopback, service.Authority.Port));
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}");
        _serving = ServeAsync(_stopping.Token);
    }

    public Uri Address { get; }

    /// <summary>What the proxy was asked, in the order in which it came; also what it refused.</summary>
    public IReadOnlyList<ProxyRequest> Requests => _requests.ToArray();

    /// <summary>Starts a proxy on any free port.</summary>
    /// <param name="service">Where the names of the clouds lead.</param>
    /// <param name="credential">What each request must carry; null for an open proxy.</param>
    /// <param name="ct">Stops the start only.</param>
    public static Task<SandboxProxy> StartAsync(SandboxService service, (string User, string Password)? credential = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(new SandboxProxy(service, credential));
    }

    /// <summary>Closes all connections and the port.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _stopping.CancelAsync().ConfigureAwait(false);
            await _serving.ConfigureAwait(false);
            _stopping.Dispose();
        }
    }

    private async Task ServeAsync(CancellationToken stopping)
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptSocketAsync(stopping).ConfigureAwait(false);
                client.NoDelay = true;
                connections.RemoveAll(connection => connection.IsCompleted);
                connections.Add(new ProxyConnection(client, _guard, _routes, _requests.Enqueue).ServeAsync(stopping));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections).ConfigureAwait(false);
        }
        finally
        {
            _listener.Dispose();
        }
    }
}
