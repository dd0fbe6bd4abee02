using System;
using System.IO;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using RunSummary.Engine.Graph;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>Opens the certificate that an application signs its assertions with.</summary>
internal static class SigningCertificate
{
    private const string PemMark = "-----BEGIN ";

    /// <exception cref="FailureException">There is none, or it can't be read.</exception>
    public static X509Certificate2 Open(CertificateOrigin origin) => origin switch
    {
        GivenCertificate given => given.Certificate,
        StoreCertificate store => CertificateStore.Find(store),
        FileCertificate file => Read(file),
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin.GetType(), message: null),
    };

    /// <exception cref="FailureException">It can't sign.</exception>
    public static void RequireUsable(X509Certificate2 certificate)
    {
        try
        {
            string name = $"'{PlainText.Shown(certificate.Subject)}' ({certificate.Thumbprint})";
            using RSA? key = certificate.HasPrivateKey ? certificate.GetRSAPrivateKey() : throw Fail(Strings.CertificateNoKey.With(name));
            _ = key ?? throw Fail(Strings.CertificateNotRsa.With(name));
        }
        catch (CryptographicException)
        {
            throw Fail(Strings.CertificateUnusable);
        }
    }

    private static X509Certificate2 Read(FileCertificate file)
    {
        try
        {
            byte[] content = File.ReadAllBytes(file.Path);
            string? password = file.Password is { Length: > 0 } secure ? new NetworkCredential("", secure).Password : null;
            string text = Encoding.ASCII.GetString(content);
            return text.IndexOf(PemMark, StringComparison.Ordinal) < 0 ? FromPfx(content, password) : FromPem(text, password);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Unreadable(file.Path, exception.Message);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            throw Fail(Strings.CertificateFile.With(file.Path, Strings.CertificatePassword));
        }
    }

#if NET
    private static X509Certificate2 FromPem(string text, string? password) =>
        text.Contains("ENCRYPTED PRIVATE KEY", StringComparison.Ordinal)
            ? X509Certificate2.CreateFromEncryptedPem(text, text, password)
            : X509Certificate2.CreateFromPem(text, text);
#else
    private static X509Certificate2 FromPem(string text, string? password) => throw new NotSupportedException(Strings.CertificatePem);
#endif

    // The key stays in memory; macOS can't do that, and keeps it in a keychain that is gone with the certificate.
    private static X509Certificate2 FromPfx(byte[] content, string? password) =>
#pragma warning disable SYSLIB0057 // Its replacement isn't there in .NET 8.
        new(content, password, IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet);
#pragma warning restore SYSLIB0057

#if NET
    private static bool IsMacOS() => OperatingSystem.IsMacOS();
#else
    private static bool IsMacOS() => false;
#endif

    public static FailureException Unreadable(string path, string why) =>
        Fail(Strings.CertificateFile.With(path, PlainText.OneLine(why, GraphError.ShownCharacters)));

    public static FailureException Fail(string detail) => new(ErrorId.CertificateInvalid, detail);
}
