using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RunSummary.Sandbox.Service;

/// <summary>The certificates of the sandbox's app: by themselves, or by subject and issuer alone.</summary>
public sealed class ClientCertificates
{
    private ImmutableList<X509Certificate2> _certificates = [];
    private ImmutableList<RegisteredSubject> _subjects = [];

    /// <summary>From now on the certificate is good for the app; its private key isn't kept.</summary>
    public void Register(X509Certificate2 certificate)
    {
        X509Certificate2 publicHalf = X509CertificateLoader.LoadCertificate(certificate.RawData);
        ImmutableInterlocked.Update(ref _certificates, all => all.Add(publicHalf));
    }

    /// <summary>From now on each certificate of this subject by this issuer is good, if the client sends it along (x5c).</summary>
    public void RegisterSubject(string subject, X509Certificate2 issuer)
    {
        RegisteredSubject registered = new(subject, X509CertificateLoader.LoadCertificate(issuer.RawData));
        ImmutableInterlocked.Update(ref _subjects, all => all.Add(registered));
    }

    /// <summary>Takes all of them back.</summary>
    public void Clear()
    {
        _certificates = [];
        _subjects = [];
    }

    /// <summary>The certificates that came with the assertion, the signer's first; MSAL writes a single one as plain text.</summary>
    internal static IReadOnlyList<X509Certificate2> Chain(SignedToken assertion)
    {
        try
        {
            return [.. assertion.TextsInHeader("x5c").Select(text => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(text)))];
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return [];
        }
    }

    internal X509Certificate2? Find(SignedToken assertion, IReadOnlyList<X509Certificate2> chain)
    {
        X509Certificate2? known = _certificates.Find(certificate => CertificateThumbprint.Names(assertion, certificate));
        bool isNamed = known is null && chain.Count > 0 && CertificateThumbprint.Names(assertion, chain[0]);
        return isNamed && _subjects.Exists(subject => subject.Covers(chain)) ? chain[0] : known;
    }

    private sealed record RegisteredSubject(string Subject, X509Certificate2 Issuer)
    {
        public bool Covers(IReadOnlyList<X509Certificate2> certificates)
        {
            if (!string.Equals(certificates[0].Subject, Subject, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            using X509Chain chain = new();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.CustomTrustStore.Add(Issuer);
            chain.ChainPolicy.ExtraStore.AddRange(certificates.Skip(1).ToArray());

            // An expired one has an error of its own.
            chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
            return chain.Build(certificates[0]);
        }
    }
}
