using System;
using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>Answers that aren't a sign-in service's.</summary>
public sealed class SignInAnswerTests : SignInServiceTest
{
    [Theory]
    [InlineData(400, "text/html", "<html>secret-in-a-bad-answer</html>")]
    [InlineData(404, "text/plain", "")]
    [InlineData(200, "text/html", "<html>secret-in-a-bad-answer</html>")]
    [InlineData(200, "text/plain", "")]
    [InlineData(200, "application/json", "null")]
    [InlineData(200, "application/json", "{\"access_token\":\"secret-in-a-bad-answer")]
    [InlineData(200, "application/json", "{\"expires_in\":3599,\"access_token\":\"secret-in-a-bad-answer\"}")]
    [InlineData(200, "application/json", "{\"token_type\":\"Bearer\",\"expires_in\":\"never\",\"access_token\":\"secret-in-a-bad-answer\"}")]
    [InlineData(200, "application/json", "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":[]}")]
    public void What_is_no_answer_of_a_sign_in_service_is_tried_again_and_is_ResponseInvalid(int status, string contentType, string body)
    {
        FaultRule fault = Service.IdentityFaults.On("POST", "/token").Answer(status, contentType, body);

        ErrorRecord error = AssertConnectFails($"Connect-RunSummary {Secret} {Patient}", "ResponseInvalid", ErrorCategory.InvalidResult);
        AssertFacts(error, status, code: null, attempts: 3);
        Assert.Equal(3, fault.Hits);
        Assert.Contains("-Authority", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-in-a-bad-answer", $"{error} {error.Exception}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "text/html", "<html>no</html>")]
    [InlineData(200, "application/json", "{}")]
    [InlineData(400, "text/html", "<html>no</html>")]
    public void So_is_what_comes_in_the_place_of_a_device_code(int status, string contentType, string body)
    {
        Service.IdentityFaults.On("POST", "/devicecode").Answer(status, contentType, body);

        AssertConnectFails($"Connect-RunSummary -UseDeviceCode {Patient}", "ResponseInvalid", ErrorCategory.InvalidResult);
    }

    [Fact]
    public void A_token_of_another_type_is_ResponseInvalid()
    {
        Service.IdentityFaults.On("POST", "/token").AfterWrite(answer =>
        {
            answer["token_type"] = "mac";
            return answer;
        });

        AssertConnectFails($"Connect-RunSummary {Secret} {Here}", "ResponseInvalid", ErrorCategory.InvalidResult);
    }

    [Fact]
    public void A_token_that_no_header_can_carry_is_ResponseInvalid_and_is_not_told()
    {
        Service.IdentityFaults.On("POST", "/token").AfterWrite(answer =>
        {
            answer["access_token"] = "secret-in-a-bad-answer\r\nX-Own: 1";
            return answer;
        });

        ErrorRecord error = AssertConnectFails($"Connect-RunSummary {Secret} {Here}", "ResponseInvalid", ErrorCategory.InvalidResult);
        Assert.DoesNotContain("secret-in-a-bad-answer", $"{error} {error.Exception}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/elsewhere")]
    [InlineData("elsewhere?x=1")]
    public void A_redirect_within_the_sign_in_service_is_no_answer_and_is_not_followed(string location)
    {
        Service.IdentityFaults.On("POST", "/token").Redirect(location);

        AssertConnectFails($"{SandboxShell.Connect} -MaximumRetryCount 0", "ResponseInvalid", ErrorCategory.InvalidResult);
        Assert.Single(Service.IdentityRequests.All);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_sign_in_service_that_points_elsewhere_is_EndpointNotSecure_and_nothing_is_sent_there(int status)
    {
        await using SandboxService elsewhere = await SandboxService.StartAsync(ct: TestContext.Current.CancellationToken);
        Service.IdentityFaults.On("POST", "/token").Redirect($"{elsewhere.Authority}{Service.TenantId}/oauth2/v2.0/token?x=hunter2", status);

        ErrorRecord error = AssertConnectFails($"{SandboxShell.Connect} -MaximumRetryCount 0", "EndpointNotSecure", ErrorCategory.SecurityError, "localhost");
        Assert.Contains("-Authority", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("-GraphEndpoint", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(elsewhere.IdentityRequests.All);
    }

    [Fact]
    public void An_answer_of_the_sign_in_service_without_end_is_cut_off()
    {
        Service.IdentityFaults.On("POST", "/token").Answer(200, "application/json", new string(' ', 3 * 1024 * 1024));

        AssertConnectFails($"{SandboxShell.Connect} -MaximumRetryCount 0", "ResponseInvalid", ErrorCategory.InvalidResult);
    }
}
