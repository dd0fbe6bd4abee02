using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Security;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>Reads an application's sign-in from the environment variables of Azure's SDKs. The first proof that is set counts.</summary>
internal static class EnvironmentVariables
{
    /// <exception cref="FailureException">Not all that is needed is set.</exception>
    public static SignIn ToSignIn()
    {
        string? tenantId = Read("AZURE_TENANT_ID");
        string? clientId = Read("AZURE_CLIENT_ID");
        SignIn? signIn = ToSignIn(tenantId ?? "", clientId ?? "");
        List<string> missing = [];
        missing.AddRange(tenantId is null ? ["AZURE_TENANT_ID"] : []);
        missing.AddRange(clientId is null ? ["AZURE_CLIENT_ID"] : []);
        missing.AddRange(signIn is null ? [Strings.EnvironmentProof] : []);
        return missing.Count == 0 ? signIn! : throw new FailureException(
            new Failure(ErrorId.AuthenticationFailed, Strings.EnvironmentMissing.With(string.Join(", ", missing)))
            {
                Action = Strings.AuthenticationFailed_EnvironmentAction,
            });
    }

    private static SignIn? ToSignIn(string tenantId, string clientId) =>
        Read("AZURE_CLIENT_SECRET") is { } secret ? new ClientSecretSignIn(tenantId, clientId, Secure(secret))
        : Read("AZURE_CLIENT_CERTIFICATE_PATH") is { } certificate ? new CertificateSignIn(tenantId, clientId, ToCertificate(certificate))
        : Read("AZURE_FEDERATED_TOKEN_FILE") is { } token ? new FederatedTokenFileSignIn(tenantId, clientId, FullPath(token, FederatedCredential.Unreadable))
        : null;

    private static FileCertificate ToCertificate(string path) =>
        new(FullPath(path, why => SigningCertificate.Unreadable(path, why)), Read("AZURE_CLIENT_CERTIFICATE_PASSWORD") is { } password ? Secure(password) : null);

    /// <exception cref="FailureException">There can be no such path.</exception>
    internal static string FullPath(string path, Func<string, FailureException> fail)
    {
        try
        {
            return Path.GetFullPath(path);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw fail(exception.Message);
        }
    }

    private static SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name)?.Trim() is { Length: > 0 } value ? value : null;
}
