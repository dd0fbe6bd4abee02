using System;
using System.Security.Cryptography.X509Certificates;

namespace RunSummary.Tests.SignIns;

/// <summary>Certificates in the user's own store for as long as a test needs them.</summary>
internal sealed class StoredCertificates : IDisposable
{
    public const string Subject = "CN=RunSummary store test";

    private readonly X509Store _store = new(StoreName.My, StoreLocation.CurrentUser);

    public StoredCertificates(params X509Certificate2[] certificates)
    {
        _store.Open(OpenFlags.ReadWrite);
        foreach (X509Certificate2 certificate in certificates)
        {
            _store.Add(X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), password: null, X509KeyStorageFlags.PersistKeySet));
        }

        Certificates = certificates;
    }

    public X509Certificate2[] Certificates { get; }

    public void Dispose()
    {
        foreach (X509Certificate2 certificate in Certificates)
        {
            _store.Remove(certificate);
            certificate.Dispose();
        }

        _store.Dispose();
    }
}
