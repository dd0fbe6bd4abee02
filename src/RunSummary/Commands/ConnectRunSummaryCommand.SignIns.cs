using System;
using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using RunSummary.Binding;
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

    /// <summary>Microsoft Graph Command Line Tools, which Microsoft has registered in every tenant.</summary>
    private const string CommandLineTools = "14d82eec-204b-4c2f-b7e8-296a70dab67e";

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
    public string TenantId { get; set; } = "organizations";

    /// <summary>The permissions to ask the user for. To read, measure, compare and report, DeviceManagementScripts.Read.All is enough.</summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DeviceCodeSet)]
    [ValidateNotNullOrEmpty]
    public string[] Scopes { get; set; } = [GraphPermissionAttribute.ReadWrite];

    /// <summary>The account to offer in the browser, such as ada@contoso.com.</summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [ValidateNotNullOrEmpty]
    public string? LoginHint { get; set; }

    /// <summary>How many seconds to wait for the user to sign in, in the browser: 1 to 3600.</summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [ValidateRange(1, 3600)]
    public int TimeoutSeconds { get; set; } = 120;

    /// <summary>Shows a code to enter in a browser on any machine, instead of opening a browser on this one.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DeviceCodeSet)]
    public SwitchParameter UseDeviceCode { get; set; }

    /// <summary>Where the user's tokens are kept: in this process, or in the user's secret store for later processes too.</summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DeviceCodeSet)]
    public TokenCacheLocation TokenCache { get; set; }

    /// <summary>
    /// Lets -TokenCache CurrentUser keep tokens in a file that isn't encrypted, and that only its owner can read, where there is no secret store.
    /// </summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DeviceCodeSet)]
    public SwitchParameter AllowUnprotectedTokenCache { get; set; }

    /// <summary>An application's id as the user name and its client secret as the password.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ClientSecretSet)]
    [Credential]
    [ValidateNotNull]
    public PSCredential ClientSecretCredential { get; set; } = null!;

    /// <summary>The application's certificate, with its private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificateSet)]
    [ValidateNotNull]
    public X509Certificate2 Certificate { get; set; } = null!;

    /// <summary>The thumbprint of the application's certificate in Cert:\CurrentUser\My or Cert:\LocalMachine\My.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificateThumbprintSet)]
    [ValidateNotNullOrEmpty]
    public string CertificateThumbprint { get; set; } = "";

    /// <summary>
    /// The subject of the application's certificate in Cert:\CurrentUser\My or Cert:\LocalMachine\My, such as CN=Intune jobs. Of several,
    /// the valid one that was made last is used.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificateSubjectSet)]
    [ValidateNotNullOrEmpty]
    public string CertificateSubject { get; set; } = "";

    /// <summary>The PFX or PEM file with the application's certificate and its private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificatePathSet)]
    [ValidateNotNullOrEmpty]
    public string CertificatePath { get; set; } = "";

    /// <summary>The password of the file, as a SecureString or as text.</summary>
    [Parameter(ParameterSetName = CertificatePathSet)]
    [SecureStringTransformation]
    [ValidateNotNull]
    public SecureString? CertificatePassword { get; set; }

    /// <summary>Sends the certificate's chain too, for an application that trusts certificates by subject and issuer.</summary>
    [Parameter(ParameterSetName = CertificateSet)]
    [Parameter(ParameterSetName = CertificateThumbprintSet)]
    [Parameter(ParameterSetName = CertificateSubjectSet)]
    [Parameter(ParameterSetName = CertificatePathSet)]
    public SwitchParameter SendCertificateChain { get; set; }

    /// <summary>Signs in as the managed identity of this machine, automation account, function or app.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ManagedIdentitySet)]
    [Parameter(Mandatory = true, ParameterSetName = ManagedIdentityResourceIdSet)]
    [Parameter(Mandatory = true, ParameterSetName = ManagedIdentityObjectIdSet)]
    public SwitchParameter Identity { get; set; }

    /// <summary>The Azure resource id of the user-assigned identity.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ManagedIdentityResourceIdSet)]
    [ValidateNotNullOrEmpty]
    public string? IdentityResourceId { get; set; }

    /// <summary>The object id of the user-assigned identity.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ManagedIdentityObjectIdSet)]
    [ValidateNotNullOrEmpty]
    public string? IdentityObjectId { get; set; }

    /// <summary>The file with a token of the service that vouches for the application. It is read anew for each sign-in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FederatedTokenFileSet)]
    [ValidateNotNullOrEmpty]
    public string FederatedTokenFile { get; set; } = "";

    /// <summary>
    /// Gives a token of the service that vouches for the application, as text or SecureString. It runs anew for each sign-in, in the
    /// runspace that needs the token.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = FederatedTokenSet)]
    [ValidateNotNull]
    public ScriptBlock FederatedToken { get; set; } = null!;

    /// <summary>
    /// Signs in as AZURE_TENANT_ID, AZURE_CLIENT_ID and one of AZURE_CLIENT_SECRET, AZURE_CLIENT_CERTIFICATE_PATH (with
    /// AZURE_CLIENT_CERTIFICATE_PASSWORD) and AZURE_FEDERATED_TOKEN_FILE say.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = EnvironmentVariableSet)]
    public SwitchParameter EnvironmentVariable { get; set; }

    /// <summary>
    /// An access token for Microsoft Graph, as a SecureString or as text, which isn't renewed; or a script block that gives one and runs
    /// anew when the last is near its end, in the runspace that needs it.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = AccessTokenSet)]
    [SecureStringTransformation(AllowScript = true)]
    [ValidateNotNull]
    public object AccessToken { get; set; } = null!;

    private SignIn SignIn(ErrorSubject subject) => ParameterSetName switch
    {
        AccessTokenSet => AccessToken is ScriptBlock script
            ? new AccessTokenScriptSignIn(new SecretScript(nameof(AccessToken), script).Run)
            : new AccessTokenSignIn((SecureString)AccessToken),
        ClientSecretSet => new ClientSecretSignIn(TenantId, ClientSecretCredential.UserName, ClientSecretCredential.Password),
        CertificateSet => WithCertificate(new GivenCertificate(Certificate)),
        CertificateThumbprintSet => WithCertificate(new StoreCertificate(CertificateThumbprint, Subject: null)),
        CertificateSubjectSet => WithCertificate(new StoreCertificate(Thumbprint: null, CertificateSubject)),
        CertificatePathSet => WithCertificate(new FileCertificate(FullPath(CertificatePath, ErrorId.CertificateInvalid, subject), CertificatePassword)),
        ManagedIdentitySet when ClientId is null => new ManagedIdentitySignIn(ManagedIdentityKind.SystemAssigned, Id: null),
        ManagedIdentitySet => new ManagedIdentitySignIn(ManagedIdentityKind.ClientId, ClientId),
        ManagedIdentityResourceIdSet => new ManagedIdentitySignIn(ManagedIdentityKind.ResourceId, IdentityResourceId),
        ManagedIdentityObjectIdSet => new ManagedIdentitySignIn(ManagedIdentityKind.ObjectId, IdentityObjectId),
        FederatedTokenFileSet => new FederatedTokenFileSignIn(TenantId, ClientId!, FullPath(FederatedTokenFile, ErrorId.AuthenticationFailed, subject)),
        FederatedTokenSet => new FederatedTokenScriptSignIn(TenantId, ClientId!, new SecretScript(nameof(FederatedToken), FederatedToken).Run),
        EnvironmentVariableSet => new EnvironmentSignIn(),
        DeviceCodeSet => AsUser(new DeviceCodeSignIn(TenantId, ClientId ?? CommandLineTools)),
        _ => AsUser(new InteractiveSignIn(TenantId, ClientId ?? CommandLineTools)
        {
            LoginHint = LoginHint,
            Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
        }),
    };

    private CertificateSignIn WithCertificate(CertificateOrigin certificate) => new(TenantId, ClientId!, certificate) { SendChain = SendCertificateChain };

    private UserSignIn AsUser(UserSignIn signIn) => signIn with
    {
        Scopes = Scopes,
        TokenCache = TokenCache,
        AllowUnprotectedTokenCache = AllowUnprotectedTokenCache,
    };

    private string FullPath(string path, ErrorId id, ErrorSubject subject)
    {
        (string? full, string? problem) = FileSystemPath.Resolve(SessionState.Path, path);
        if (full is null)
        {
            Report(new Failure(id, problem!), subject with { Target = path });
        }

        return full!;
    }
}
