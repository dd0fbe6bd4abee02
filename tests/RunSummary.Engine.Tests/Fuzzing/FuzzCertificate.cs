using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace RunSummary.Engine.Tests.Fuzzing;

/// <summary>A certificate with its key, which doesn't belong in a repository.</summary>
internal static class FuzzCertificate
{
    private static readonly Lazy<(byte[] Pfx, byte[] Pem)> Made = new(Make);

    public static byte[] Pfx => Made.Value.Pfx;

    public static byte[] Pem => Made.Value.Pem;

    private static (byte[] Pfx, byte[] Pem) Make()
    {
        using RSA key = RSA.Create(2048);
        using X509Certificate2 certificate = new CertificateRequest("CN=RunSummary test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        return (certificate.Export(X509ContentType.Pfx), Encoding.ASCII.GetBytes($"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}"));
    }
}
