using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.SignIns;

public sealed class DeviceCodeTests : UserSignInTest
{
    [Theory]
    [InlineData("")]
    [InlineData("AzureAutomation")]
    public async Task The_code_is_shown_as_a_warning_in_consoles_and_runbooks_and_signs_in(string azureHost)
    {
        SetEnvironment("AZUREPS_HOST_ENVIRONMENT", azureHost);
        SetEnvironment("DISPLAY", null);
        string code = "";

        InvocationResult result = await AnswerAsync(DeviceConnect, shown =>
        {
            code = shown.UserCode;
            Service.Identity.DeviceCodes.Approve(code);
        });
        Assert.Empty(result.AllErrors);
        string warning = Assert.Single(result.Warning);
        Assert.Contains(code, warning, StringComparison.Ordinal);
        Assert.Contains("https://", warning, StringComparison.Ordinal);
        AssertSignedIn("DeviceCode");
        Assert.Equal(SandboxUser.Ada.UserPrincipalName, Value(Context, "Account"));
    }

    [Fact]
    public async Task It_is_shown_before_anybody_answers()
    {
        using System.IO.StringWriter screen = new();
        using PowerShellSession shell = OpenShell(new HostOptions { Output = screen });

        Task running = Task.Run(() => shell.Run(DeviceConnect));
        DeviceCode code = await CodeAsync();
        await UntilAsync(() => screen.ToString().Contains(code.UserCode, StringComparison.Ordinal));

        // Asked more than once, MSAL was told that nobody has answered yet.
        Assert.True(SpinWait.SpinUntil(() => code.Polls > 1, Soon));
        Service.Identity.DeviceCodes.Approve(code.UserCode);
        await running;
        AssertSignedIn("DeviceCode");
    }

    [Fact]
    public async Task A_service_that_wants_fewer_questions_is_Throttled_and_nobody_is_asked_twice()
    {
        InvocationResult result = await AnswerAsync(
            DeviceConnect.Replace("-MaximumRetryCount 0", "-MaximumRetryCount 3", StringComparison.Ordinal),
            code => Service.Identity.DeviceCodes.SlowDown(code.UserCode));

        AssertError(Assert.Single(result.AllErrors), "Throttled", ErrorCategory.LimitsExceeded);
        Assert.Single(Service.Identity.DeviceCodes.All);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_bad_moment_among_the_questions_leaves_the_code_good(int status)
    {
        Service.IdentityFaults.On("POST", "/token").Skip(1).Once().Status(status, "busy", "Later.");

        InvocationResult result = await AnswerAsync(
            DeviceConnect.Replace("-MaximumRetryCount 0", "-MaximumRetryCount 1", StringComparison.Ordinal),
            code =>
            {
                Assert.True(SpinWait.SpinUntil(() => code.Polls > 1, Soon));
                Service.Identity.DeviceCodes.Approve(code.UserCode);
            });
        Assert.Empty(result.AllErrors);
        Assert.Single(Service.Identity.DeviceCodes.All);
        AssertSignedIn("DeviceCode");
    }

    [Fact]
    public async Task Multifactor_authentication_that_is_wanted_is_AuthenticationFailed_in_the_words_of_the_service()
    {
        Service.Identity.RequiredClaims = """{"access_token":{"acrs":{"essential":true,"value":"c1"}}}""";

        ErrorRecord error = Assert.Single((await AnswerAsync(DeviceConnect, code => Service.Identity.DeviceCodes.Approve(code.UserCode))).AllErrors);
        AssertError(error, "AuthenticationFailed", ErrorCategory.AuthenticationError);
        Assert.Contains("AADSTS50076", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_who_declines_is_AuthenticationFailed()
    {
        InvocationResult result = await AnswerAsync(DeviceConnect, code => Service.Identity.DeviceCodes.Decline(code.UserCode));

        ErrorRecord error = Assert.Single(result.AllErrors);
        AssertError(error, "AuthenticationFailed", ErrorCategory.AuthenticationError);
        Assert.Equal(("AADSTS70020", 1), (Value(PSObject.AsPSObject(error.Exception), "Code"), Value(PSObject.AsPSObject(error.Exception), "Attempts")));
    }

    [Fact]
    public async Task A_code_that_runs_out_is_InteractionRequired()
    {
        InvocationResult result = await AnswerAsync(DeviceConnect, code => Service.Identity.DeviceCodes.Expire(code.UserCode));

        ErrorRecord error = Assert.Single(result.AllErrors);
        AssertError(error, "InteractionRequired", ErrorCategory.AuthenticationError);
        Assert.Contains("Nobody entered the code", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_without_consent_is_AuthenticationFailed_in_the_words_of_the_service()
    {
        InvocationResult result = await AnswerAsync(DeviceConnect, code =>
        {
            Service.Identity.ConsentIsMissing = true;
            Service.Identity.DeviceCodes.Approve(code.UserCode);
        });

        ErrorRecord error = Assert.Single(result.AllErrors);
        AssertError(error, "AuthenticationFailed", ErrorCategory.AuthenticationError);
        Assert.Contains("AADSTS65001", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("consent", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_wait()
    {
        Task<InvocationResult> running = Task.Run(() => Shell.Invoke(DeviceConnect));
        await CodeAsync();

        await AssertStopsAsync(running);
    }

    [Theory]
    [InlineData("USGov", "https://graph.microsoft.us")]
    [InlineData("China", "https://microsoftgraph.chinacloudapi.cn")]
    public async Task Permissions_are_those_of_the_clouds_Graph(string cloud, string graph)
    {
        await SignInAsync($"-Environment {cloud} -Scopes DeviceManagementScripts.ReadWrite.All, {graph}/User.Read");

        AssertSignedIn("DeviceCode");
        Assert.Contains($"{graph}/DeviceManagementScripts.ReadWrite.All {graph}/User.Read", SignIns[^1].Scope ?? AskedScope(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_without_permission_names_the_delegated_grant()
    {
        Service.Identity.GrantedScopes = ["User.Read"];

        InvocationResult result = await SignInAsync("-Scopes User.Read");
        Assert.Contains("delegated permission DeviceManagementScripts.ReadWrite.All", result.Warning[^1], StringComparison.Ordinal);
    }

    private string AskedScope() => Uri.UnescapeDataString(
        Service.IdentityRequests.All.First(request => request.Path.EndsWith("/devicecode", StringComparison.Ordinal)).Body).Replace('+', ' ');
}
