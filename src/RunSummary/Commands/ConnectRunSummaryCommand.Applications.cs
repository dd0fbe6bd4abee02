using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using RunSummary.Binding;

namespace RunSummary.Commands;

/// <summary>The parameters for applications, managed identities and tokens from elsewhere.</summary>
public sealed partial class ConnectRunSummaryCommand
{
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

    /// <summary>Sends the certificate itself along (x5c), for an application that trusts certificates by their subject and issuer.</summary>
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
}
