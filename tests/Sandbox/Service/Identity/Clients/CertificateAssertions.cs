using System;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RunSummary.Sandbox.Service;

/// <summary>Assertions that an application signed with its own certificate.</summary>
internal sealed class CertificateAssertions(ClientCertificates certificates)
{
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    public void Check(TokenRequest request, SandboxApplication application, SignedToken assertion, AssertionErrors errors)
    {
        if (!application.IsNamed(assertion["sub"]))
        {
            throw errors.OtherApplication();
        }

        if (!IsAudience(request, assertion["aud"]))
        {
            throw errors.OtherAudience();
        }

        CheckSignature(request, application, assertion, errors);
        errors.CheckTimes(assertion);
        string id = assertion["jti"] ?? throw errors.Malformed("it has no 'jti'");
        if (!_seen.TryAdd(id, true))
        {
            throw errors.Malformed($"the 'jti' {id} was used before");
        }
    }

    private void CheckSignature(TokenRequest request, SandboxApplication application, SignedToken assertion, AssertionErrors errors)
    {
        string? thumbprint = CertificateThumbprint.Sent(assertion);
        request.CertificateChain = ClientCertificates.Chain(assertion);
        X509Certificate2 certificate = certificates.Find(assertion, request.CertificateChain) ?? throw errors.UnknownKey(thumbprint, application.ClientId);
        using RSA key = certificate.GetRSAPublicKey() ?? throw errors.UnknownKey(thumbprint, application.ClientId);
        if (!assertion.IsSignedBy(key))
        {
            throw errors.WrongSignature(thumbprint);
        }

        if (DateTime.UtcNow > certificate.NotAfter.ToUniversalTime())
        {
            throw errors.ExpiredKey(thumbprint, certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        }
    }

    private static bool IsAudience(TokenRequest request, string? audience)
    {
        string root = request.Source.Root + "/";
        if (audience?.StartsWith(root, StringComparison.OrdinalIgnoreCase) != true)
        {
            return false;
        }

        string[] parts = audience[root.Length..].TrimEnd('/').Split('/', 2);
        return SandboxTenant.IsNamed(parts[0]) && parts is [_] or [_, "oauth2/v2.0/token" or "oauth2/token" or "v2.0"];
    }
}
