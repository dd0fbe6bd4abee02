using System.Net;
using System.Security;
using RunSummary.Engine;

namespace RunSummary.EngineHost;

/// <summary>The ways in that the command line names.</summary>
internal static class SignIns
{
    /// <summary>Gives what an argument names; null where it doesn't name a way in.</summary>
    public static SignIn? Create(Arguments arguments, string way, string value) => way switch
    {
        "Token" => new AccessTokenSignIn(Secure(value)),
        "Secret" => new ClientSecretSignIn(arguments.Value("Tenant"), arguments.Value("Client"), Secure(value)),
        "Certificate" => new CertificateSignIn(
            arguments.Value("Tenant"), arguments.Value("Client"), new FileCertificate(value, Secure(arguments.Value("Password")))),
        "DeviceCode" => new DeviceCodeSignIn(arguments.Value("Tenant"), value),
        _ => null,
    };

    private static SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;
}
