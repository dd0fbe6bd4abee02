using System;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RunSummary.Sandbox.Service;

/// <summary>The process's own key and its self-signed certificate, for localhost and for the clouds behind the proxy.</summary>
internal static class SandboxCertificate
{
    private static readonly Lazy<X509Certificate2> Made = new(Make);

    public static RSA Key { get; } = RSA.Create(2048);

    public static X509Certificate2 Instance => Made.Value;

    private static X509Certificate2 Make()
    {
        // A process that trusts another's as well tells them apart by their names.
        CertificateRequest request = new($"CN=RunSummary sandbox {Environment.ProcessId}", Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        foreach (string name in CloudHosts.Names)
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(90));
    }
}
