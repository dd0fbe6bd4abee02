using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Sessions;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>
/// Every way in and every failure, with all streams shown as a transcript has them, $Error to full depth, and the journal: no secret,
/// password, assertion, code, refresh token or access token is in any of it.
/// </summary>
public sealed class SignInSecrecyTests : UserSignInTest
{
    private const string Subject = "repo:contoso/intune:ref:refs/heads/main";
    private const string ProxyPassword = "pr0xy-passw0rd";
    private const string AllStreams = "$VerbosePreference = $DebugPreference = $InformationPreference = $WarningPreference = 'Continue'";

    private const string Work =
        "Get-RunSummaryContext; Get-DeviceScript | Update-DeviceScriptRunSummary -ErrorUserCount 6 -JournalPath $journal; $revoke.Invoke(); "
        + "Get-DeviceScript -IncludeContent | Get-DeviceScriptRunSummary; $refuse.Invoke(); " + Update + "; " + Read + "; Disconnect-RunSummary";

    private readonly CertificateFiles _files = new();

    public static TheoryData<string> Ways => new(
        "-TenantId $sandbox.TenantId -ClientSecretCredential $sandbox.Credential",
        "$app -Certificate $certificate",
        "$app -Certificate $certificate -SendCertificateChain",
        "$app -CertificatePath \"$folder/locked.pfx\" -CertificatePassword $password",
        "$app -CertificatePath \"$folder/locked.pem\" -CertificatePassword $password",
        "$app -FederatedTokenFile \"$folder/assertion\"",
        "$app -FederatedToken { [RunSummary.Tests.SignIns.TokenDesk]::Issue() }",
        "-EnvironmentVariable",
        "-Identity",
        "-AccessToken $sandbox.AccessToken",
        "-AccessToken { $issue.Invoke() }",
        "-UseDeviceCode",
        "-UseDeviceCode -TokenCache CurrentUser -AllowUnprotectedTokenCache",
        "-TenantId $sandbox.TenantId -ClientSecretCredential $sandbox.Credential -Proxy $proxy -ProxyCredential $proxyCredential");

    public static TheoryData<string> Failures => new(
        "-TenantId $sandbox.TenantId -ClientSecretCredential $wrong",
        "-TenantId nowhere.example -ClientSecretCredential $sandbox.Credential",
        "-TenantId $sandbox.TenantId -ClientSecretCredential ([pscredential]::new('other', $sandbox.Credential.Password))",
        "$app -CertificatePath \"$folder/locked.pfx\" -CertificatePassword $wrong.Password",
        "$app -CertificatePath \"$folder/elliptic.pfx\"",
        "$app -CertificatePath \"$folder/missing.pfx\" -CertificatePassword $password",
        "$app -CertificateSubject nobody",
        "$app -FederatedTokenFile \"$folder/missing\"",
        "$app -FederatedToken { $sandbox.AccessToken }",
        "-ClientId $sandbox.TenantId -TenantId $sandbox.TenantId -FederatedToken { [RunSummary.Tests.SignIns.TokenDesk]::Issue() }",
        "-Identity -ClientId 11111111-2222-3333-4444-555555555555",
        "-AccessToken \"Bearer $($sandbox.AccessToken)\"",
        "-AccessToken { \"Bearer $($sandbox.AccessToken)\" }",
        "-AccessToken { $sandbox.AccessToken; $sandbox.AccessToken }",
        "-AccessToken $sandbox",
        "-AccessToken $sandbox.AccessToken -ClientSecretCredential $sandbox.Credential",
        "-UseDeviceCode -Scopes Directory.Read.All",
        "-UseDeviceCode -TokenCache CurrentUser",
        "-LoginHint ada@contoso.com",
        "-TenantId $sandbox.TenantId -ClientSecretCredential $sandbox.Credential -Proxy $proxy -ProxyCredential $wrong",
        "-TenantId $sandbox.TenantId -ClientSecretCredential $sandbox.Credential -ProxyCredential $proxyCredential",
        "-TenantId $sandbox.TenantId -ClientSecretCredential $sandbox.Credential -Proxy http://127.0.0.1:1");

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

    [Theory]
    [MemberData(nameof(Ways))]
    public Task A_way_in_and_work_that_succeeds_and_fails_shows_none(string way) =>
        AssertHidesAsync($"Connect-RunSummary {WithPlaces(way)} -PassThru -Verbose -Debug; {Work}", mustConnect: true);

    [Fact]
    public async Task Nor_does_the_browser()
    {
        using Desktop desktop = new(SetEnvironment);
        using CancellationTokenSource end = new();
        Task person = desktop.AnswerAllAsync(end.Token);

        await AssertHidesAsync($"Connect-RunSummary {Here} -PassThru -Verbose -Debug; {Work}", mustConnect: true);
        await end.CancelAsync();
        await person;
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public Task A_sign_in_that_fails_shows_none(string way) =>
        AssertHidesAsync($"try {{ Connect-RunSummary {WithPlaces(way)} -Verbose -Debug }} catch {{ $_ }}", mustConnect: false);

    [Theory]
    [InlineData("$misname.Invoke()", "-EnvironmentVariable")]
    [InlineData("$misname.Invoke()", "-Identity", "wr0ng-header")]
    [InlineData("$forget.Invoke()", "$app -Certificate $certificate")]
    [InlineData("$expire.Invoke()", "$app -FederatedToken { [RunSummary.Tests.SignIns.TokenDesk]::Issue() }")]
    [InlineData("$withdraw.Invoke()", "-UseDeviceCode")]
    [InlineData("$decline.Invoke()", "-UseDeviceCode")]
    public Task A_sign_in_that_is_refused_shows_none(string before, string way, params string[] secrets) =>
        AssertHidesAsync($"{before}; try {{ Connect-RunSummary {WithPlaces(way)} -Verbose -Debug }} catch {{ $_ }}", mustConnect: false, secrets);

    [Theory]
    [InlineData(400, "text/html", "<html>proxy</html>")]
    [InlineData(200, "text/html", "<html>proxy</html>")]
    [InlineData(200, "application/json", "{\"access_token\":\"")]
    [InlineData(200, "application/json", "{\"token_type\":\"Bearer\",\"expires_in\":\"never\",\"access_token\":\"secret-token-in-a-bad-answer\"}")]
    [InlineData(429, "application/json", "{}")]
    [InlineData(503, "text/plain", "busy")]
    public Task A_sign_in_service_that_answers_nonsense_shows_none(int status, string contentType, string body)
    {
        Service.IdentityFaults.On("POST", "/token").Answer(status, contentType, body);
        string connect = WithPlaces("-TenantId $sandbox.TenantId -ClientSecretCredential $sandbox.Credential");

        return AssertHidesAsync($"try {{ Connect-RunSummary {connect} -Verbose -Debug }} catch {{ $_ }}", mustConnect: false, "secret-token-in-a-bad-answer");
    }

    /// <summary>Says where the sandbox is, where the way isn't one that knows.</summary>
    private static string WithPlaces(string way) => way.StartsWith("-AccessToken", StringComparison.Ordinal) || way.StartsWith("-Identity", StringComparison.Ordinal)
        ? way + " -GraphEndpoint $sandbox.GraphEndpoint -MaximumRetryCount 0"
        : way + " " + Here;

    private async Task AssertHidesAsync(string script, bool mustConnect, params string[] moreSecrets)
    {
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
        shell.SetVariable("forget", (Action)Service.Identity.Certificates.Clear);
        shell.SetVariable("expire", (Action)(() => TokenDesk.Open(() => Service.Identity.Issuer.Assertion(Subject, TimeSpan.FromMinutes(-10)))));
        shell.SetVariable("withdraw", (Action)(() => Service.Identity.ConsentIsMissing = true));
        shell.SetVariable("decline", (Action)(() => Service.IdentityFaults.On("POST", "/token").SignInError(400, "authorization_declined", 70020, "Declined.")));
        shell.SetVariable("refuse", (Action)(() =>
        {
            Service.Identity.RefreshTokens.RevokeAll();
            Service.Tokens.RevokeAll();
            Service.Faults.On("GET", Commands.Demo.Shell).Status(401, "InvalidAuthenticationToken", "No.");
        }));
    }
}
