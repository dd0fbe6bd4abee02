using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>A person in front of the system's browser, which the test plays.</summary>
public sealed class InteractiveTests : UserSignInTest
{
    private const string SignIn = "Connect-RunSummary " + Here;
    private const string CommandLineTools = "14d82eec-204b-4c2f-b7e8-296a70dab67e";

    private Desktop _desktop = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _desktop = new Desktop(SetEnvironment);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _desktop.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task It_signs_in_with_the_defaults()
    {
        Uri page = await BrowseAsync(SignIn);

        AssertSignedIn("Interactive");
        Assert.Equal("/organizations/oauth2/v2.0/authorize", page.AbsolutePath);
        Assert.All(
            [$"client_id={CommandLineTools}", "code_challenge_method=S256", "scope=https%3A%2F%2Fgraph.microsoft.com%2FDeviceManagementScripts.ReadWrite.All"],
            part => Assert.Contains(part, page.Query, StringComparison.Ordinal));
        Assert.Equal(SandboxUser.Ada.UserPrincipalName, Value(Context, "Account"));
        Assert.Equal(Service.TenantId, Value(Context, "TenantId"));
        Assert.Contains("DeviceManagementScripts.ReadWrite.All", (IEnumerable<string>)Value(Context, "Scopes")!);
    }

    [Fact]
    public async Task Tenant_application_permissions_and_account_can_be_named()
    {
        SandboxUser grace = Service.Identity.Users.Add("grace@sandbox.onmicrosoft.example");
        Service.Identity.GrantedScopes = ["DeviceManagementScripts.Read.All"];

        Uri page = await BrowseAsync($"{SignIn} {App} -LoginHint {grace.UserPrincipalName} -Scopes DeviceManagementScripts.Read.All");
        Assert.Equal($"/{Service.TenantId}/oauth2/v2.0/authorize", page.AbsolutePath);
        Assert.Contains($"client_id={Service.ClientId}", page.Query, StringComparison.Ordinal);
        Assert.Equal(grace.UserPrincipalName, Value(Context, "Account"));
        Assert.Equal(["DeviceManagementScripts.Read.All"], (IEnumerable<string>)Value(Context, "Scopes")!);
        Assert.Single(Succeed(Read));
    }

    [Theory]
    [InlineData(BrowserAnswer.Cancel, "canceled")]
    [InlineData(BrowserAnswer.DeclineConsent, "AADSTS65004")]
    [InlineData(BrowserAnswer.NeedAdministrator, "AADSTS90094")]
    public async Task Someone_who_turns_back_is_AuthenticationFailed(BrowserAnswer answer, string words)
    {
        Service.Identity.BrowserAnswer = answer;

        ErrorRecord error = await BrowseInVainAsync(SignIn);
        AssertError(error, "AuthenticationFailed", ErrorCategory.AuthenticationError);
        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_bad_moment_at_the_end_asks_nobody_twice(int status)
    {
        Service.IdentityFaults.On("POST", "/token").Once().Status(status, "busy", "Later.", "0");

        await BrowseAsync(SignIn.Replace("-MaximumRetryCount 0", "-MaximumRetryCount 1", StringComparison.Ordinal));
        AssertSignedIn("Interactive");
        Assert.False(_desktop.HasOpened);
    }

    [Fact]
    public async Task Someone_who_has_answered_in_time_is_not_said_to_be_late()
    {
        Service.IdentityFaults.On("POST", "/token").Once().Status(503, "busy", "Later.", "11");

        await BrowseAsync(SignIn.Replace("-MaximumRetryCount 0", "-MaximumRetryCount 1 -TimeoutSeconds 10", StringComparison.Ordinal));
        AssertSignedIn("Interactive");
    }

    [Fact]
    public async Task An_answer_that_is_lost_leaves_a_code_that_is_used_up_and_asks_nobody_twice()
    {
        Service.IdentityFaults.On("POST", "/token").Once().ResetAfterWork();

        ErrorRecord error = await BrowseInVainAsync(SignIn.Replace("-MaximumRetryCount 0", "-MaximumRetryCount 3", StringComparison.Ordinal));
        AssertError(error, "AuthenticationFailed", ErrorCategory.AuthenticationError);
        Assert.Contains("AADSTS54005", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, Value(PSObject.AsPSObject(error.Exception), "Attempts"));
        Assert.False(_desktop.HasOpened);
    }

    [Fact]
    public async Task A_user_whom_the_tenant_does_not_know_is_AuthenticationFailed()
    {
        ErrorRecord error = await BrowseInVainAsync($"{SignIn} -LoginHint nobody@sandbox.onmicrosoft.example");

        AssertError(error, "AuthenticationFailed", ErrorCategory.AuthenticationError);
        Assert.Contains("AADSTS50034", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_who_answers_in_time_is_InteractionRequired() =>
        AssertNeedsPerson($"{SignIn} -TimeoutSeconds 1", "within 1 s");

    [Fact]
    public void A_browser_that_can_not_be_opened_is_InteractionRequired()
    {
        SetEnvironment("SUDO_USER", "ada");

        AssertNeedsPerson(SignIn, "No browser could be opened");
    }

    [Fact]
    public async Task Ctrl_C_ends_the_wait_for_the_browser()
    {
        Task<InvocationResult> running = Task.Run(() => Shell.Invoke(SignIn));
        await _desktop.OpenedAsync();

        await AssertStopsAsync(running);
    }

    [Fact]
    public async Task Renewals_open_no_browser()
    {
        await BrowseAsync(SignIn);
        Service.Tokens.RevokeAll();

        AssertSignedIn("Interactive");
        Assert.False(_desktop.HasOpened);
        Assert.Equal(["authorization_code", "refresh_token"], SignIns.Select(signIn => signIn.GrantType));
    }

    [Fact]
    public async Task Each_session_asks_its_user_for_itself()
    {
        await BrowseAsync(SignIn);
        SandboxUser grace = Service.Identity.Users.Add("grace@sandbox.onmicrosoft.example");

        await BrowseAsync($"{SignIn} -LoginHint {grace.UserPrincipalName}");
        Assert.Equal(grace.UserPrincipalName, Value(Context, "Account"));
    }

    /// <summary>Connects, with the browser played, and gives the page that it was sent to.</summary>
    private async Task<Uri> BrowseAsync(string connect)
    {
        (InvocationResult result, Uri page) = await PlayAsync(connect);
        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Warning);
        return page;
    }

    private async Task<ErrorRecord> BrowseInVainAsync(string connect)
    {
        (InvocationResult result, _) = await PlayAsync(connect);
        return Assert.Single(result.AllErrors);
    }

    private async Task<(InvocationResult Result, Uri Page)> PlayAsync(string connect)
    {
        Task<InvocationResult> running = Task.Run(() => Shell.Invoke(connect));
        Uri page = await _desktop.OpenedAsync();
        await SandboxBrowser.SignInAsync(page, TestContext.Current.CancellationToken);
        return (await running, page);
    }
}
