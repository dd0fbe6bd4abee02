using System;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RunSummary.Sandbox.Service;

/// <summary>A certificate as the header of an assertion names it.</summary>
internal static class CertificateThumbprint
{
    private const string BySha1 = "x5t";
    private const string BySha256 = "x5t#S256";

    /// <summary>In hex, as errors show it.</summary>
    public static string? Sent(SignedToken assertion)
    {
        string? text = assertion.InHeader(BySha256) ?? assertion.InHeader(BySha1);
        return text is not null && Base64Url.IsValid(text) ? Convert.ToHexString(Base64Url.DecodeFromChars(text)) : text;
    }

    /// <summary>False as well where the header names none.</summary>
    public static bool Names(SignedToken assertion, X509Certificate2 certificate) =>
        assertion.InHeader(BySha256) is string sha256
            ? sha256 == Base64Url.EncodeToString(certificate.GetCertHash(HashAlgorithmName.SHA256))
            : assertion.InHeader(BySha1) == Base64Url.EncodeToString(certificate.GetCertHash());
}
