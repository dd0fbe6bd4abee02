using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace RunSummary.Sandbox.Service;

/// <summary>One request of a client to the proxy, as each is answered on a connection of its own.</summary>
internal sealed class ProxyConnection(Socket client, ProxyGuard guard, ProxyRoutes routes, Action<ProxyRequest> log)
{
    private const string Challenge = "Proxy-Authenticate: Basic realm=\"sandbox\"\r\n";

    private static readonly byte[] Established = "HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray();

    /// <summary>Ends when the connection has, and never fails.</summary>
    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        using (client)
        {
            try
            {
                await AnswerAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // What broke on one side is to look broken on the other: a reset, not an end.
                client.Close(0);
            }
        }
    }

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        using NetworkStream stream = new(client);
        ProxyHeadReader reader = new(stream);
        try
        {
            if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is ProxyHead head)
            {
                await AnswerAsync(head, reader.Rest, stream, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (BadHttpRequestException exception)
        {
            await RefuseAsync(stream, exception.StatusCode, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(ProxyHead head, ReadOnlyMemory<byte> rest, NetworkStream stream, CancellationToken cancellationToken)
    {
        bool authorized = guard.Admits(head.ProxyAuthorization);
        log(new ProxyRequest(head.Method, head.Target.ToString(), authorized, head.ProxyAuthorization));
        if (!authorized)
        {
            await RefuseAsync(stream, StatusCodes.Status407ProxyAuthenticationRequired, cancellationToken).ConfigureAwait(false);
            return;
        }

        using Socket? server = await ConnectAsync(routes.Find(head.Target), cancellationToken).ConfigureAwait(false);
        if (server is null)
        {
            await RefuseAsync(stream, StatusCodes.Status502BadGateway, cancellationToken).ConfigureAwait(false);
            return;
        }

        using NetworkStream destination = new(server);
        if (head.Target.IsTunnel)
        {
            await stream.WriteAsync(Established, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await destination.WriteAsync(head.Forwarded(), cancellationToken).ConfigureAwait(false);
        }

        await destination.WriteAsync(rest, cancellationToken).ConfigureAwait(false);
        await ProxyRelay.RunAsync(client, server, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Socket?> ConnectAsync(IPEndPoint? place, CancellationToken cancellationToken)
    {
        if (place is null)
        {
            return null;
        }

        Socket server = new(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await server.ConnectAsync(place, cancellationToken).ConfigureAwait(false);
            return server;
        }
        catch (Exception exception)
        {
            server.Dispose();
            if (exception is SocketException)
            {
                return null;
            }

            throw;
        }
    }

    private async Task RefuseAsync(NetworkStream stream, int status, CancellationToken cancellationToken)
    {
        string challenge = status == StatusCodes.Status407ProxyAuthenticationRequired ? Challenge : "";
        string head = $"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\n{challenge}Content-Length: 0\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), cancellationToken).ConfigureAwait(false);
        client.Shutdown(SocketShutdown.Send);

        // Closing over a body that is still on its way sends a reset, and the client would lose the answer.
        await stream.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
    }
}
