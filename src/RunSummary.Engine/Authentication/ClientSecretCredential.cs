using System.Net;
using System.Security;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Authentication;

/// <summary>An application with a secret.</summary>
internal sealed class ClientSecretCredential(ClientSecretSignIn signIn, SignInService service)
    : ApplicationCredential(signIn.TenantId, signIn.ClientId, service, builder => builder.WithClientSecret(Open(signIn.Secret)))
{
    public override AuthType AuthType => AuthType.ClientSecret;

    private static string Open(SecureString? secret) => secret is { Length: > 0 }
        ? new NetworkCredential("", secret).Password
        : throw new FailureException(ErrorId.AuthenticationFailed, Strings.SecretEmpty);
}
