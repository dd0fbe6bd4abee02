using System.Security;
using System.Security.Cryptography.X509Certificates;

namespace RunSummary.Engine;

/// <summary>Where a certificate with its private key is to be had.</summary>
internal abstract record CertificateOrigin;

/// <summary>The caller holds it, and goes on holding it.</summary>
internal sealed record GivenCertificate(X509Certificate2 Certificate) : CertificateOrigin;

/// <summary>In the personal store of the user or of the machine.</summary>
internal sealed record StoreCertificate(string? Thumbprint, string? Subject) : CertificateOrigin;

/// <summary>In a PFX or PEM file.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Password">What the private key is encrypted with; null for none.</param>
internal sealed record FileCertificate(string Path, SecureString? Password) : CertificateOrigin;
