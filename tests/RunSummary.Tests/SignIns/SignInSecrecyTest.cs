using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Sessions;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>What tests of secrecy share: all that a sign-in gives, and the hunt in it.</summary>
public abstract class SignInSecrecyTest : UserSignInTest
{
    private const string Subject = "repo:contoso/intune:ref:refs/heads/main";
    private const string ProxyPassword = "pr0xy-passw0rd";
    private const string AllStreams = "$VerbosePreference = $DebugPreference = $InformationPreference = $WarningPreference = 'Continue'";

    private readonly CertificateFiles _files = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        string home = _files.Folder;
        SetEnvironment("XDG_DATA_HOME", home);
        SetEnvironment("DISPLAY", null);
        SetEnvironment("AZURE_TENANT_ID", Service.TenantId);
        SetEnvironment("AZURE_CLIENT_ID", Service.ClientId);
        SetEnvironment("AZURE_CLIENT_SECRET", Service.ClientSecret);
        foreach (KeyValuePair<string, string> variable in Service.Identity.ManagedIdentities.AppServiceVariables)
        {
            SetEnvironment(variable.Key, variable.Value);
        }

        Service.Identity.Certificates.Register(_files.Certificate);
        Service.Identity.FederatedCredentials.Add(Subject);
        Service.Identity.DeviceCodes.AutoApproveAfter = 0;
        TokenDesk.Open(() => Service.Identity.Issuer.Assertion(Subject));
        await File.WriteAllTextAsync(_files["assertion"], TokenDesk.Issue(), TestContext.Current.CancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _files.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Says where the sandbox is, where the way isn't one that knows.</summary>
    protected static string WithPlaces(string way)
    {
        ArgumentNullException.ThrowIfNull(way);
        return way.StartsWith("-AccessToken", StringComparison.Ordinal) || way.StartsWith("-Identity", StringComparison.Ordinal)
            ? way + " -GraphEndpoint $sandbox.GraphEndpoint -MaximumRetryCount 0"
            : way + " " + Here;
    }

    /// <summary>Runs a script that gives at least one error, and asserts that nothing of it holds a secret.</summary>
    protected async Task<InvocationResult> AssertHidesAsync(string script, bool mustConnect, params string[] moreSecrets)
    {
        ArgumentNullException.ThrowIfNull(script);
        await using SandboxProxy proxy = await SandboxProxy.StartAsync(Service, ("proxy-user", ProxyPassword), TestContext.Current.CancellationToken);
        string journal = _files["journal"];
        using StringWriter screen = new();
        using PowerShellSession shell = OpenShell(new HostOptions { Output = screen });
        Array.ForEach([Shell, shell], each => SetVariables(each, proxy, journal));

        InvocationResult result = Shell.Invoke($"{AllStreams}; {Named(script)}; $Error; Get-RunSummaryContext");
        Assert.Equal(mustConnect, Service.Requests.All.Any(request => request.Status == 200));
        Assert.Contains(result.Values, value => value is ErrorRecord);
        shell.Run(AllStreams);
        shell.Run(Named(script));
        shell.Run("$Error");

        string[] passwords = [ProxyPassword, CertificateFiles.Password, "wr0ng-passw0rd", TokenDesk.Issue()];
        string[] more = [screen.ToString(), File.Exists(journal) ? await File.ReadAllTextAsync(journal, TestContext.Current.CancellationToken) : ""];
        Assert.NotEmpty(more[0]);
        SecretHunt.AssertFindsNone(Service, result, more, [.. passwords, .. moreSecrets]);
        return result;
    }

    private string Named(string script) => script.Replace("$app", App, StringComparison.Ordinal);

    private void SetVariables(PowerShellSession shell, SandboxProxy proxy, string journal)
    {
        Prepare(shell);
        shell.SetVariable("certificate", _files.Certificate);
        shell.SetVariable("folder", _files.Folder);
        shell.SetVariable("password", new NetworkCredential("", CertificateFiles.Password).SecurePassword);
        shell.SetVariable("wrong", new PSCredential(Service.ClientId, new NetworkCredential("", "wr0ng-passw0rd").SecurePassword));
        shell.SetVariable("proxy", proxy.Address);
        shell.SetVariable("proxyCredential", new PSCredential("proxy-user", new NetworkCredential("", ProxyPassword).SecurePassword));
        shell.SetVariable("journal", journal);
        shell.SetVariable("issue", (Func<string>)(() => Service.Tokens.Issue()));
        shell.SetVariable("revoke", (Action)Service.Tokens.RevokeAll);
        shell.SetVariable("misname", (Action)(() =>
        {
            Environment.SetEnvironmentVariable("AZURE_CLIENT_SECRET", "wr0ng-passw0rd");
            Environment.SetEnvironmentVariable("IDENTITY_HEADER", "wr0ng-header");
        }));
        shell.SetVariable("useCertificate", (Action)(() => UseInstead(
            ("AZURE_CLIENT_CERTIFICATE_PATH", _files["locked.pfx"]), ("AZURE_CLIENT_CERTIFICATE_PASSWORD", CertificateFiles.Password))));
        shell.SetVariable("useTokenFile", (Action)(() => UseInstead(("AZURE_FEDERATED_TOKEN_FILE", _files["assertion"]))));
        shell.SetVariable("forget", (Action)Service.Identity.Certificates.Clear);
        shell.SetVariable("expire", (Action)(() => TokenDesk.Open(() => Service.Identity.Issuer.Assertion(Subject, TimeSpan.FromMinutes(-10)))));
        shell.SetVariable("withdraw", (Action)(() => Service.Identity.ConsentIsMissing = true));
        shell.SetVariable("decline", (Action)(() => Service.IdentityFaults.On("POST", "/token").SignInError(400, "authorization_declined", 70020, "Declined.")));
        shell.SetVariable("lapse", (Action)(() => Service.IdentityFaults.On("POST", "/token").SignInError(400, "expired_token", 70019, "Expired.")));
        shell.SetVariable("refuse", (Action)(() =>
        {
            Service.Identity.RefreshTokens.RevokeAll();
            Service.Tokens.RevokeAll();
            Service.Faults.On("GET", Commands.Demo.Shell).Status(401, "InvalidAuthenticationToken", "No.");
        }));
    }

    private void UseInstead(params (string Name, string Value)[] variables)
    {
        SetEnvironment("AZURE_CLIENT_SECRET", null);
        Array.ForEach(variables, variable => SetEnvironment(variable.Name, variable.Value));
    }
}
