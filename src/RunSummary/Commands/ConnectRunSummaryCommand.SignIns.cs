using System;
using System.Management.Automation;
using System.Security;
using RunSummary.Binding;
using RunSummary.Completion;
using RunSummary.Engine;
using RunSummary.Errors;

namespace RunSummary.Commands;

/// <summary>The ways to sign in: a parameter set each.</summary>
public sealed partial class ConnectRunSummaryCommand
{
    private const string AccessTokenSet = "AccessToken";
    private const string CertificateSet = "Certificate";
    private const string CertificatePathSet = "CertificatePath";
    private const string CertificateSubjectSet = "CertificateSubject";
    private const string CertificateThumbprintSet = "CertificateThumbprint";
    private const string ClientSecretSet = "ClientSecret";
    private const string DeviceCodeSet = "DeviceCode";
    private const string EnvironmentVariableSet = "EnvironmentVariable";
    private const string FederatedTokenSet = "FederatedToken";
    private const string FederatedTokenFileSet = "FederatedTokenFile";
    private const string InteractiveSet = "Interactive";
    private const string ManagedIdentitySet = "ManagedIdentity";
    private const string ManagedIdentityObjectIdSet = "ManagedIdentityObjectId";
    private const string ManagedIdentityResourceIdSet = "ManagedIdentityResourceId";

    /// <summary>The host of Visual Studio Code's PowerShell extension, which may start it with -NonInteractive.</summary>
    private const string EditorHost = "Visual Studio Code Host";

    /// <summary>Microsoft Graph Command Line Tools, which Microsoft has registered in every tenant.</summary>
    internal const string CommandLineTools = "14d82eec-204b-4c2f-b7e8-296a70dab67e";

    /// <summary>
    /// The application's id; for a managed identity, the id of the user-assigned one. For users it is by default Microsoft Graph Command
    /// Line Tools.
    /// </summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DeviceCodeSet)]
    [Parameter(ParameterSetName = ManagedIdentitySet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificateSet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificateThumbprintSet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificateSubjectSet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificatePathSet)]
    [Parameter(Mandatory = true, ParameterSetName = FederatedTokenFileSet)]
    [Parameter(Mandatory = true, ParameterSetName = FederatedTokenSet)]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>The tenant's id or one of its domain names. For users it is by default their own tenant.</summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DeviceCodeSet)]
    [Parameter(Mandatory = true, ParameterSetName = ClientSecretSet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificateSet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificateThumbprintSet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificateSubjectSet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificatePathSet)]
    [Parameter(Mandatory = true, ParameterSetName = FederatedTokenFileSet)]
    [Parameter(Mandatory = true, ParameterSetName = FederatedTokenSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TenantIdCompleter))]
    public string TenantId { get; set; } = "organizations";

    private SignIn SignIn(ErrorSubject subject) => ParameterSetName switch
    {
        AccessTokenSet => AccessToken is ScriptBlock script
            ? new AccessTokenScriptSignIn(new SecretScript(nameof(AccessToken), script).Run)
            : new AccessTokenSignIn((SecureString)AccessToken),
        ClientSecretSet => new ClientSecretSignIn(TenantId, ClientSecretCredential.UserName, ClientSecretCredential.Password),
        CertificateSet => WithCertificate(new GivenCertificate(Certificate)),
        CertificateThumbprintSet => WithCertificate(new StoreCertificate(CertificateThumbprint, Subject: null)),
        CertificateSubjectSet => WithCertificate(new StoreCertificate(Thumbprint: null, CertificateSubject)),
        CertificatePathSet => WithCertificate(new FileCertificate(FullPath(CertificatePath, ErrorId.CertificateInvalid, subject with { Target = CertificatePath }), CertificatePassword)),
        ManagedIdentitySet when ClientId is null => new ManagedIdentitySignIn(ManagedIdentityKind.SystemAssigned, Id: null),
        ManagedIdentitySet => new ManagedIdentitySignIn(ManagedIdentityKind.ClientId, ClientId),
        ManagedIdentityResourceIdSet => new ManagedIdentitySignIn(ManagedIdentityKind.ResourceId, IdentityResourceId),
        ManagedIdentityObjectIdSet => new ManagedIdentitySignIn(ManagedIdentityKind.ObjectId, IdentityObjectId),
        FederatedTokenFileSet => new FederatedTokenFileSignIn(TenantId, ClientId!, FullPath(FederatedTokenFile, ErrorId.AuthenticationFailed, subject with { Target = FederatedTokenFile })),
        FederatedTokenSet => new FederatedTokenScriptSignIn(TenantId, ClientId!, new SecretScript(nameof(FederatedToken), FederatedToken).Run),
        EnvironmentVariableSet => new EnvironmentSignIn(),
        DeviceCodeSet => AsUser(new DeviceCodeSignIn(TenantId, ClientId ?? CommandLineTools)),
        _ => AsUser(new InteractiveSignIn(TenantId, ClientId ?? CommandLineTools)
        {
            LoginHint = LoginHint,
            Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
            IsHostAttended = Host.Name == EditorHost,
        }),
    };

    private CertificateSignIn WithCertificate(CertificateOrigin certificate) => new(TenantId, ClientId!, certificate) { SendChain = SendCertificateChain };

    private UserSignIn AsUser(UserSignIn signIn) => signIn with
    {
        Scopes = Scopes,
        TokenCache = TokenCache,
        AllowUnprotectedTokenCache = AllowUnprotectedTokenCache,
    };
}
