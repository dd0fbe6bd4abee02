using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>Finds a certificate in the personal stores of the user and of the machine.</summary>
internal static class CertificateStore
{
    /// <exception cref="Errors.FailureException">There is none that fits.</exception>
    public static X509Certificate2 Find(StoreCertificate wanted)
    {
        X509Certificate2[] all = [.. Read(StoreLocation.CurrentUser), .. Read(StoreLocation.LocalMachine)];
        X509Certificate2? found = Best(all.Where(certificate => Fits(certificate, wanted)));
        foreach (X509Certificate2 other in all.Where(certificate => !ReferenceEquals(certificate, found)))
        {
            other.Dispose();
        }

        if (found is not null)
        {
            return found;
        }

        string kind = wanted.Thumbprint is null ? Strings.CertificateNotFound_Subject : Strings.CertificateNotFound_Thumbprint;
        throw SigningCertificate.Fail(Strings.CertificateNotFound.With(kind, PlainText.Shown(wanted.Thumbprint ?? wanted.Subject!)));
    }

    private static IEnumerable<X509Certificate2> Read(StoreLocation location)
    {
        using X509Store store = new(StoreName.My, location);
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            return [.. store.Certificates.Cast<X509Certificate2>()];
        }
        catch (Exception exception) when (exception is CryptographicException or PlatformNotSupportedException)
        {
            // Not every system has both.
            return [];
        }
    }

    private static bool Fits(X509Certificate2 certificate, StoreCertificate wanted) => wanted.Thumbprint is { } thumbprint
        ? Same(certificate.Thumbprint, string.Concat(thumbprint.Where(char.IsLetterOrDigit)))
        : Same(certificate.Subject, wanted.Subject!) || Same(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false), wanted.Subject!);

    // After a renewal there are two of a subject: the one that is valid and was made last is meant.
    private static X509Certificate2? Best(IEnumerable<X509Certificate2> fitting)
    {
        DateTime now = DateTime.Now;
        return fitting
            .OrderByDescending(certificate => certificate.HasPrivateKey)
            .ThenByDescending(certificate => certificate.NotBefore <= now && now < certificate.NotAfter)
            .ThenByDescending(certificate => certificate.NotBefore)
            .FirstOrDefault();
    }

    private static bool Same(string one, string other) => string.Equals(one, other.Trim(), StringComparison.OrdinalIgnoreCase);
}
