using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;

namespace RunSummary.Benchmarks.ColdStart;

/// <summary>The sandbox's own certificate in a file, for child processes to trust. Elsewhere than on Linux it is trusted already.</summary>
internal sealed class SandboxCertificate : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("runsummary-benchmarks-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "certificate.pem");

    /// <summary>What a child must find in its environment.</summary>
    public KeyValuePair<string, string> Variable => new("SSL_CERT_FILE", Path);

    public static async Task<SandboxCertificate> ReadAsync(Uri address)
    {
        string? pem = null;
        using TcpClient tcp = new();
        await tcp.ConnectAsync(address.Host, address.Port);
        await using SslStream tls = new(tcp.GetStream());
        try
        {
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = address.Host,
                RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                {
                    pem = (certificate as X509Certificate2)?.ExportCertificatePem();
                    return false;
                },
            });
        }
        catch (AuthenticationException) when (pem is not null)
        {
            // It was only to be seen.
        }

        SandboxCertificate written = new();
        await File.WriteAllTextAsync(written.Path, pem + "\n");
        return written;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
