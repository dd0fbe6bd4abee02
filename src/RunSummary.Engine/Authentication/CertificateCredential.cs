using System.Security.Cryptography.X509Certificates;

namespace RunSummary.Engine.Authentication;

/// <summary>An application with a certificate.</summary>
internal sealed class CertificateCredential : ApplicationCredential
{
    private readonly X509Certificate2? _ours;

    /// <exception cref="Errors.FailureException">The certificate can't be had or used.</exception>
    public CertificateCredential(CertificateSignIn signIn, SignInService service)
        : this(signIn, service, SigningCertificate.Open(signIn.Certificate))
    {
    }

    private CertificateCredential(CertificateSignIn signIn, SignInService service, X509Certificate2 certificate)
        : base(signIn.TenantId, signIn.ClientId, service, builder => builder.WithCertificate(certificate, signIn.SendChain)) =>
        _ours = signIn.Certificate is GivenCertificate ? null : certificate;

    public override AuthType AuthType => AuthType.ClientCertificate;

    public override void Dispose()
    {
        base.Dispose();
        _ours?.Dispose();
    }
}
