using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RunSummary.Tests.SignIns;

/// <summary>Certificates of a test's own, as files in a folder of its own.</summary>
internal sealed class CertificateFiles : IDisposable
{
    public const string Password = "c3rt-passw0rd";

    private readonly RSA _key = RSA.Create(2048);

    public CertificateFiles(string subject = "CN=RunSummary test")
    {
        Certificate = Make(subject, _key);
        Write("plain.pfx", Certificate.Export(X509ContentType.Pfx));
        Write("locked.pfx", Certificate.Export(X509ContentType.Pfx, Password));
        Write("public.cer", Certificate.Export(X509ContentType.Cert));
        File.WriteAllText(this["plain.pem"], Certificate.ExportCertificatePem() + "\n" + _key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(
            this["locked.pem"],
            Certificate.ExportCertificatePem() + "\n"
            + _key.ExportEncryptedPkcs8PrivateKeyPem(Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000)));
        File.WriteAllText(this["public.pem"], Certificate.ExportCertificatePem());
        File.WriteAllText(this["text.pfx"], "hunter2");
        Write("empty.pfx", []);
        using ECDsa curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 elliptic = new CertificateRequest("CN=elliptic", curve, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        Write("elliptic.pfx", elliptic.Export(X509ContentType.Pfx));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("runsummary-tests-").FullName;

    public X509Certificate2 Certificate { get; }

    public string this[string name] => Path.Combine(Folder, name);

    public static X509Certificate2 Make(string subject, RSA key, int ageInDays = 1, int lastsForDays = 30) =>
        new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-ageInDays), DateTimeOffset.UtcNow.AddDays(lastsForDays));

    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private void Write(string name, byte[] content) => File.WriteAllBytes(this[name], content);
}
