using System;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Tests.SignIns;

/// <summary>A host on this machine whose certificate names it, but was issued by nobody who is trusted.</summary>
internal sealed class UntrustedHost : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _certificate;
    private readonly Task _working;
    private int _connections;
    private int _bytes;

    public UntrustedHost()
    {
        CertificateRequest request = new("CN=localhost", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        _certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        _listener.Start();
        _working = AcceptAsync();
    }

    public Uri Address => new($"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>How much came once TLS was agreed on.</summary>
    public int Bytes => Volatile.Read(ref _bytes);

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _working;
        _certificate.Dispose();
        _key.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _connections);
                await ReadAsync(client);
            }
        }
        catch (Exception exception) when (exception is SocketException or InvalidOperationException)
        {
            // That is how a listener ends, be it while it waits or before it waits again.
        }
    }

    private async Task ReadAsync(TcpClient client)
    {
        try
        {
            await using SslStream tls = new(client.GetStream());
            await tls.AuthenticateAsServerAsync(_certificate);
            int count = await tls.ReadAsync(new byte[1024]);
            Interlocked.Add(ref _bytes, count);
        }
        catch (Exception exception) when (exception is AuthenticationException or System.IO.IOException)
        {
            // The client hangs up.
        }
    }
}
