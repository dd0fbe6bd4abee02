using System;

namespace RunSummary.Engine.Authentication;

/// <summary>Makes the credential for a way in. A new way in is a new kind of <see cref="SignIn"/>, a credential, and a line here.</summary>
internal static class Credentials
{
    /// <exception cref="Errors.FailureException">What was given can't be used.</exception>
    public static ICredential Create(SignIn signIn, SignInService service) => signIn switch
    {
        AccessTokenSignIn given => new GivenTokenCredential(given),
        AccessTokenScriptSignIn script => new ScriptTokenCredential(script),
        ClientSecretSignIn secret => new ClientSecretCredential(secret, service),
        CertificateSignIn certificate => CertificateCredential.Create(certificate, service),
        FederatedTokenFileSignIn file => new FederatedCredential(file, service),
        FederatedTokenScriptSignIn script => new FederatedCredential(script, service),
        ManagedIdentitySignIn identity => new ManagedIdentityCredential(identity, service),
        InteractiveSignIn interactive => new InteractiveCredential(interactive, service),
        DeviceCodeSignIn device => new DeviceCodeCredential(device, service),
        EnvironmentSignIn => Create(EnvironmentVariables.ToSignIn(), service),
        _ => throw new ArgumentOutOfRangeException(nameof(signIn), signIn.GetType(), message: null),
    };
}
