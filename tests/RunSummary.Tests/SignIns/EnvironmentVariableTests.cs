using System;
using System.IO;
using System.Management.Automation;
using System.Threading.Tasks;
using Xunit;

namespace RunSummary.Tests.SignIns;

public sealed class EnvironmentVariableTests : SignInTest
{
    private const string SignIn = "Connect-RunSummary -EnvironmentVariable " + Here;

    private readonly CertificateFiles _files = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        string[] all =
        [
            "AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PATH", "AZURE_CLIENT_CERTIFICATE_PASSWORD",
            "AZURE_FEDERATED_TOKEN_FILE",
        ];
        Array.ForEach(all, name => SetEnvironment(name, null));
        SetEnvironment("AZURE_TENANT_ID", Service.TenantId);
        SetEnvironment("AZURE_CLIENT_ID", Service.ClientId);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _files.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_secret_signs_in()
    {
        SetEnvironment("AZURE_CLIENT_SECRET", Service.ClientSecret + "\n");

        Succeed(SignIn);
        AssertSignedIn("ClientSecret");
    }

    [Fact]
    public void A_certificate_signs_in()
    {
        Service.Identity.Certificates.Register(_files.Certificate);
        SetEnvironment("AZURE_CLIENT_CERTIFICATE_PATH", _files["locked.pfx"]);
        SetEnvironment("AZURE_CLIENT_CERTIFICATE_PASSWORD", CertificateFiles.Password);

        Succeed(SignIn);
        AssertSignedIn("ClientCertificate");
    }

    [Fact]
    public async Task A_federated_token_signs_in()
    {
        Service.Identity.FederatedCredentials.Add("system:serviceaccount:intune:jobs");
        await File.WriteAllTextAsync(_files["token"], Service.Identity.Issuer.Assertion("system:serviceaccount:intune:jobs"), TestContext.Current.CancellationToken);
        SetEnvironment("AZURE_FEDERATED_TOKEN_FILE", _files["token"]);

        Succeed(SignIn);
        AssertSignedIn("FederatedToken");
    }

    [Theory]
    [InlineData(null, "AZURE_CLIENT_SECRET, AZURE_CLIENT_CERTIFICATE_PATH or AZURE_FEDERATED_TOKEN_FILE")]
    [InlineData("AZURE_TENANT_ID", "AZURE_TENANT_ID, AZURE_CLIENT_SECRET")]
    [InlineData("AZURE_CLIENT_ID", "AZURE_CLIENT_ID, AZURE_CLIENT_SECRET")]
    public void What_is_missing_is_named(string? missing, string words)
    {
        if (missing is not null)
        {
            SetEnvironment(missing, "  ");
        }

        ErrorRecord error = AssertRefused(SignIn, words);
        Assert.Contains("AZURE_CLIENT_CERTIFICATE_PASSWORD", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(Service.IdentityRequests.All);
    }

    [Fact]
    public void A_wrong_secret_is_refused_in_the_words_of_the_service()
    {
        SetEnvironment("AZURE_CLIENT_SECRET", "wr0ng-hunter2");

        ErrorRecord error = AssertRefused(SignIn, "AADSTS7000215");
        Assert.DoesNotContain("hunter2", $"{error} {error.Exception}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_is_not_there_is_CertificateInvalid()
    {
        SetEnvironment("AZURE_CLIENT_CERTIFICATE_PATH", _files["missing.pfx"]);

        AssertConnectFails(SignIn, "CertificateInvalid", ErrorCategory.SecurityError, "missing.pfx");
    }
}
