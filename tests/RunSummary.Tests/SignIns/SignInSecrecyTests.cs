using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>
/// Every way in and every failure, with all streams shown as a transcript has them, $Error to full depth, and the journal: no secret,
/// password, assertion, code, refresh token or access token is in any of it.
/// </summary>
public sealed class SignInSecrecyTests : SignInSecrecyTest
{
    private const string Work =
        "Get-RunSummaryContext; Get-DeviceScript | Update-DeviceScriptRunSummary -ErrorUserCount 6 -JournalPath $journal; $revoke.Invoke(); "
        + "Get-DeviceScript -IncludeContent | Get-DeviceScriptRunSummary; $refuse.Invoke(); " + Update + "; " + Read + "; Disconnect-RunSummary";

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

    [Theory]
    [MemberData(nameof(Ways))]
    public Task A_way_in_and_work_that_succeeds_and_fails_shows_none(string way) =>
        AssertHidesAsync($"Connect-RunSummary {WithPlaces(way)} -PassThru -Verbose -Debug; {Work}", mustConnect: true);

    [Theory]
    [InlineData("$useCertificate.Invoke()")]
    [InlineData("$useTokenFile.Invoke()")]
    public Task So_it_is_with_the_other_environment_variables(string before) =>
        AssertHidesAsync($"{before}; Connect-RunSummary {WithPlaces("-EnvironmentVariable")} -PassThru -Verbose -Debug; {Work}", mustConnect: true);

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
}
