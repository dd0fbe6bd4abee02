using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>The same as <see cref="SignInSecrecyTests"/> for sign-ins that fail.</summary>
public sealed class SignInFailureSecrecyTests : SignInSecrecyTest
{
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
    [InlineData("$lapse.Invoke()", "-UseDeviceCode")]
    [InlineData("$useCertificate.Invoke(); $forget.Invoke()", "-EnvironmentVariable")]
    [InlineData("$expire.Invoke(); $useTokenFile.Invoke(); [System.IO.File]::WriteAllText(\"$folder/assertion\", [RunSummary.Tests.SignIns.TokenDesk]::Issue())", "-EnvironmentVariable")]
    public Task A_sign_in_that_is_refused_shows_none(string before, string way, params string[] secrets) =>
        AssertHidesAsync($"{before}; try {{ Connect-RunSummary {WithPlaces(way)} -Verbose -Debug }} catch {{ $_ }}", mustConnect: false, secrets);

    [Theory]
    [InlineData(400, "text/html", "<html>secret-token-in-a-bad-answer</html>", "ResponseInvalid")]
    [InlineData(200, "text/html", "<html>secret-token-in-a-bad-answer</html>", "ResponseInvalid")]
    [InlineData(200, "application/json", "{\"access_token\":\"secret-token-in-a-bad-answer", "ResponseInvalid")]
    [InlineData(200, "application/json", "{\"token_type\":\"Bearer\",\"expires_in\":\"never\",\"access_token\":\"secret-token-in-a-bad-answer\"}", "ResponseInvalid")]
    [InlineData(429, "application/json", "{}", "Throttled")]
    [InlineData(503, "text/plain", "secret-token-in-a-bad-answer", "ServiceUnavailable")]
    public async Task A_sign_in_service_that_answers_nonsense_shows_none(int status, string contentType, string body, string id)
    {
        Service.IdentityFaults.On("POST", "/token").Answer(status, contentType, body);
        string connect = WithPlaces("-TenantId $sandbox.TenantId -ClientSecretCredential $sandbox.Credential");

        InvocationResult result = await AssertHidesAsync(
            $"try {{ Connect-RunSummary {connect} -Verbose -Debug }} catch {{ $_ }}", mustConnect: false, "secret-token-in-a-bad-answer");
        Assert.All(result.Values.OfType<ErrorRecord>(), error => Assert.Equal(id, Id(error)));
    }

    [Theory]
    [InlineData(BrowserAnswer.Cancel)]
    [InlineData(BrowserAnswer.DeclineConsent)]
    public async Task Nor_does_the_browser(BrowserAnswer answer)
    {
        using Desktop desktop = new(SetEnvironment);
        using CancellationTokenSource end = new();
        Service.Identity.BrowserAnswer = answer;
        Task person = desktop.AnswerAllAsync(end.Token);

        await AssertHidesAsync($"try {{ Connect-RunSummary {Here} -Verbose -Debug }} catch {{ $_ }}", mustConnect: false);
        await end.CancelAsync();
        await person;
    }
}
