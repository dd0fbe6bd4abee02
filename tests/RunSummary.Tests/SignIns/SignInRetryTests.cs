using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>A sign-in service with bad moments: how often it is asked, after what wait, and what is said in the end.</summary>
public sealed class SignInRetryTests : SignInServiceTest
{
    private const string Subject = "repo:contoso/intune:ref:refs/heads/main";
    private const string Certificate = "-TenantId $sandbox.TenantId -ClientId $clientId -Certificate $certificate";
    private const string Federated = "-TenantId $sandbox.TenantId -ClientId $clientId -FederatedTokenFile $file";

    private readonly CertificateFiles _files = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Service.Identity.Certificates.Register(_files.Certificate);
        Service.Identity.FederatedCredentials.Add(Subject);
        await File.WriteAllTextAsync(_files["assertion"], Service.Identity.Issuer.Assertion(Subject), TestContext.Current.CancellationToken);
        Shell.SetVariable("clientId", Service.ClientId);
        Shell.SetVariable("certificate", _files.Certificate);
        Shell.SetVariable("file", _files["assertion"]);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _files.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(Secret, 429, "0", "Throttled")]
    [InlineData(Secret, 503, null, "ServiceUnavailable")]
    [InlineData(Certificate, 429, null, "Throttled")]
    [InlineData(Certificate, 503, "0", "ServiceUnavailable")]
    [InlineData(Federated, 429, "0", "Throttled")]
    [InlineData(Federated, 503, null, "ServiceUnavailable")]
    [InlineData("-UseDeviceCode", 429, null, "Throttled")]
    [InlineData("-UseDeviceCode", 503, "0", "ServiceUnavailable")]
    public void What_passes_is_tried_again_then_given_up_and_not_remembered(string way, int status, string? retryAfter, string id)
    {
        FaultRule fault = Service.IdentityFaults.On("POST", "/token").Status(status, "busy", "Later.", retryAfter);
        Service.Identity.DeviceCodes.AutoApproveAfter = 0;

        ErrorRecord error = FailForGood($"Connect-RunSummary {way} {Patient}");
        Assert.Equal(id, Id(error));
        AssertFacts(error, status, code: null, attempts: 3);
        Assert.Equal((3, 3), (fault.Hits, TokenRequests.Count()));

        Service.IdentityFaults.Clear();
        Succeed($"Connect-RunSummary {way} {Patient}");
        Assert.Single(Succeed(Update));
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData(Certificate)]
    [InlineData(Federated)]
    [InlineData("-UseDeviceCode")]
    public void A_second_try_that_works_is_a_sign_in(string way)
    {
        Service.IdentityFaults.On("POST", "/oauth2").Once().Reset();
        Service.IdentityFaults.On("POST", "/token").Once().Html(502);
        Service.Identity.DeviceCodes.AutoApproveAfter = 0;

        InvocationResult result = Invoke($"Connect-RunSummary {way} {Patient} -Verbose");
        Assert.Empty(result.AllErrors);
        Assert.Equal(2, result.Verbose.Count(line => line.StartsWith("Sign-in:", StringComparison.Ordinal) && line.Contains(" of 3 follows", StringComparison.Ordinal)));
        Assert.True(Service.Identity.DeviceCodes.All.Count <= 1);
        Assert.Single(Succeed(Update));
    }

    [Fact]
    public void A_refusal_has_the_facts_of_its_request_and_all_tries()
    {
        Service.IdentityFaults.On("POST", "/token").Times(2).Status(503, "busy", "Later.", "0");
        Service.Identity.SecretIsExpired = true;

        ErrorRecord error = AssertRefused($"Connect-RunSummary {Secret} {Patient}", "AADSTS7000222");
        AssertFacts(error, 401, "AADSTS7000222", attempts: 3);
    }

    [Fact]
    public void A_wait_that_would_be_too_long_is_said()
    {
        Service.IdentityFaults.On("POST", "/token").Status(429, "busy", "Later.", "3600");

        AssertConnectFails($"Connect-RunSummary {Secret} {Patient}", "Throttled", ErrorCategory.LimitsExceeded, "It asks to wait 3600 s");
        Assert.Single(TokenRequests);
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData("-UseDeviceCode")]
    public async Task Ctrl_C_ends_the_wait_for_the_next_try(string way)
    {
        Service.IdentityFaults.On("POST", "/token").Status(429, "busy", "Later.", "120");
        Task<InvocationResult> running = Task.Run(() => Shell.Invoke($"Connect-RunSummary {way} {Patient}"));
        await UntilAsync(() => TokenRequests.Any());

        await AssertStopsAsync(running);
    }

    [Fact]
    public void A_renewal_that_fails_after_the_last_try_fails_the_object_with_as_many_tries()
    {
        Connect("-MaximumRetryCount 2");
        Service.Tokens.RevokeAll();
        FaultRule fault = Service.IdentityFaults.On("POST", "/token").Status(503, "busy", "Later.", "0");

        ErrorRecord error = FailAndGoOn(Update);
        AssertError(error, "ServiceUnavailable", ErrorCategory.ResourceUnavailable);
        AssertFacts(error, 503, code: null, attempts: 3);
        Assert.Equal(3, fault.Hits);
    }

    [Fact]
    public void Nobody_waits_for_a_renewal_while_the_token_at_hand_is_good()
    {
        Service.Identity.RefreshIn = TimeSpan.Zero;
        Connect("-MaximumRetryCount 2");
        FaultRule fault = Service.IdentityFaults.On("POST", "/token").Html(200);

        InvocationResult result = Invoke($"{Update} -Verbose");
        Assert.Empty(result.AllErrors);
        Assert.Equal(1, fault.Hits);
        Assert.Contains(result.Verbose, line => line.Contains("can't be renewed now", StringComparison.Ordinal));
    }
}
