using System;
using System.Globalization;

namespace RunSummary.Sandbox.Service;

/// <summary>What can be wrong with an assertion in the place of a secret.</summary>
internal sealed class AssertionErrors(SandboxRequest request)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public RefusalException Malformed(string reason) =>
        IdentityErrors.Of(request, 400, "invalid_request", 50027, $"JWT token is invalid or malformed: {reason}.");

    public RefusalException Algorithm(string? algorithm) => IdentityErrors.InvalidClient(request, 5002738,
        $"Invalid JWT token. '{algorithm}' is not a supported signature algorithm. Supported signing algorithms are: 'RS256, PS256'.");

    public RefusalException OtherApplication() =>
        IdentityErrors.InvalidClient(request, 700021, "Client assertion application identifier doesn't match 'client_id' parameter.");

    public RefusalException OtherAudience() => IdentityErrors.InvalidClient(request, 700023,
        "Client assertion audience claim does not match Realm issuer. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials.");

    public RefusalException UnknownKey(string? thumbprint, string clientId) => IdentityErrors.InvalidClient(request, 700027,
        $"The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '{thumbprint}', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '{clientId}'.]");

    public RefusalException ExpiredKey(string? thumbprint, DateTime start, DateTime end) => IdentityErrors.InvalidClient(request, 700027,
        $"Client assertion contains an invalid signature. [Reason - The key used is expired., Thumbprint of key used by client: '{thumbprint}', Found key 'Start={Time(start)}, End={Time(end)}'.]");

    public RefusalException WrongSignature(string? thumbprint) => IdentityErrors.InvalidClient(request, 700027,
        $"Client assertion contains an invalid signature. [Reason - The provided signature value did not match the expected signature value., Thumbprint of key used by client: '{thumbprint}'.]");

    public RefusalException UnknownFederatedKey(string? keyId) => IdentityErrors.InvalidClient(request, 5000811,
        $"Unable to verify token signature. The signing key identifier '{keyId}' does not match any valid registered keys.");

    public RefusalException NoFederatedCredential(int code, string part, string? presented) => IdentityErrors.InvalidClient(request, code,
        $"No matching federated identity record found for presented assertion {part} '{presented}'. Check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation");

    /// <summary>Clocks may differ at the beginning; the end is the end.</summary>
    public void CheckTimes(SignedToken assertion)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        DateTimeOffset end = assertion.Time("exp") ?? throw Malformed("it has no 'exp'");
        DateTimeOffset start = assertion.Time("nbf") ?? assertion.Time("iat") ?? now;
        if (now < start - Skew || now >= end)
        {
            throw IdentityErrors.InvalidClient(request, 700024,
                $"Client assertion is not within its valid time range. Current time: {Time(now.UtcDateTime)}, assertion valid from {Time(start.UtcDateTime)}, expiry time of assertion {Time(end.UtcDateTime)}. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials.");
        }
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
