using System.Security.Cryptography.X509Certificates;

namespace RunSummary.Engine.Authentication;

/// <summary>An application with a certificate.</summary>
internal sealed class CertificateCredential : ApplicationCredential
{
    private readonly X509Certificate2? _ours;

    private CertificateCredential(CertificateSignIn signIn, SignInService service, X509Certificate2 certificate, X509Certificate2? ours)
        : base(signIn.TenantId, signIn.ClientId, service, builder => builder.WithCertificate(certificate, signIn.SendChain)) =>
        _ours = ours;

    public override AuthType AuthType => AuthType.ClientCertificate;

    /// <exception cref="Errors.FailureException">The certificate can't be had or used.</exception>
    public static CertificateCredential Create(CertificateSignIn signIn, SignInService service)
    {
        X509Certificate2 certificate = SigningCertificate.Open(signIn.Certificate);
        X509Certificate2? ours = signIn.Certificate is GivenCertificate ? null : certificate;
        try
        {
            SigningCertificate.RequireUsable(certificate);
            return new CertificateCredential(signIn, service, certificate, ours);
        }
        catch
        {
            ours?.Dispose();
            throw;
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _ours?.Dispose();
    }
}
