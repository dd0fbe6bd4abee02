using System;
using System.IO;
using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.SignIns;

public sealed class TokenCacheTests : TokenCacheTest
{
    [Fact]
    public void Without_a_secret_store_it_refuses()
    {
        ErrorRecord error = AssertConnectFails($"{DeviceConnect} -TokenCache CurrentUser", "TokenCacheUnavailable", ErrorCategory.ResourceUnavailable);

        Assert.Contains("-AllowUnprotectedTokenCache", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(Service.IdentityRequests.All);
        Assert.Empty(Directory.GetFiles(Home, "*unprotected*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("-TokenCache CurrentUser")]
    [InlineData(Cached)]
    public void A_folder_that_can_not_be_used_is_TokenCacheUnavailable(string cache)
    {
        string file = Path.Combine(Home, "file");
        File.WriteAllText(file, "");
        SetEnvironment("XDG_DATA_HOME", file);

        AssertConnectFails($"{DeviceConnect} {cache}", "TokenCacheUnavailable", ErrorCategory.ResourceUnavailable);
        Assert.Empty(Service.IdentityRequests.All);
    }

    [Fact]
    public async Task A_file_that_can_not_be_used_any_more_is_TokenCacheUnavailable_at_a_renewal_and_at_Disconnect()
    {
        await SignInAsync(Cached);
        Directory.Delete(Home, recursive: true);
        await File.WriteAllTextAsync(Home, "", TestContext.Current.CancellationToken);
        Service.Tokens.RevokeAll();

        AssertError(FailForGood(Update), "TokenCacheUnavailable", ErrorCategory.ResourceUnavailable);
        AssertError(FailForGood("Disconnect-RunSummary"), "TokenCacheUnavailable", ErrorCategory.ResourceUnavailable);
        File.Delete(Home);
        Directory.CreateDirectory(Home);
        Assert.Empty(Succeed("Get-RunSummaryContext"));
    }

    [Fact]
    public async Task A_file_that_only_its_owner_can_read_is_written_where_that_is_allowed_with_a_warning()
    {
        InvocationResult result = await SignInAsync(Cached);

        Assert.Empty(result.AllErrors);
        AssertSignedIn("DeviceCode");
        string file = CacheFile();
        Assert.Contains(result.Warning, warning => warning.Contains(file, StringComparison.Ordinal));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task A_later_sign_in_of_the_same_user_asks_nobody()
    {
        await SignInAsync(Cached);

        Succeed($"{DeviceConnect} {Cached}");
        Assert.Single(Service.Identity.DeviceCodes.All);
        Service.Tokens.RevokeAll();
        AssertSignedIn("DeviceCode");
        Assert.Equal("refresh_token", SignIns[^1].GrantType);
        Assert.Equal(SandboxUser.Ada.UserPrincipalName, Value(Context, "Account"));
    }

    [Fact]
    public async Task So_does_the_browser_way_even_where_nobody_could_answer()
    {
        await SignInAsync(Cached);

        Succeed($"Connect-RunSummary {Here} {Cached}");
        AssertSignedIn("Interactive");
        AssertNeedsPerson($"Disconnect-RunSummary; Connect-RunSummary {Here} {Cached}");
    }

    [Fact]
    public async Task The_cache_of_the_process_knows_nothing_of_it()
    {
        await SignInAsync(Cached);
        await SignInAsync();

        Assert.Equal(2, Service.Identity.DeviceCodes.All.Count);
    }

    [Fact]
    public async Task Disconnect_removes_the_account()
    {
        await SignInAsync(Cached);
        Assert.Contains(SandboxUser.Ada.UserPrincipalName, await File.ReadAllTextAsync(CacheFile(), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Succeed("Disconnect-RunSummary");
        Assert.DoesNotContain(SandboxUser.Ada.UserPrincipalName, await File.ReadAllTextAsync(CacheFile(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await SignInAsync(Cached);
        Assert.Equal(2, Service.Identity.DeviceCodes.All.Count);
    }

    [Fact]
    public async Task A_Connect_that_replaces_the_session_leaves_the_account()
    {
        await SignInAsync(Cached);
        Connect();

        Succeed($"{DeviceConnect} {Cached}");
        Assert.Single(Service.Identity.DeviceCodes.All);
    }

    [Fact]
    public async Task A_refresh_token_that_is_good_no_more_asks_again()
    {
        await SignInAsync(Cached);
        Service.Identity.RefreshTokens.RevokeAll();
        await RemoveAccessTokensAsync();

        await SignInAsync(Cached);
        Assert.Equal(2, Service.Identity.DeviceCodes.All.Count);
        AssertSignedIn("DeviceCode");
    }

    [Fact]
    public async Task A_job_that_asks_nobody_survives_a_bad_moment_and_a_later_one_is_not_told_of_the_last()
    {
        await SignInAsync(Cached);
        await RemoveAccessTokensAsync();
        string connect = $"{DeviceConnect} {Cached}";
        Service.IdentityFaults.On("POST", "/token").Times(2).Status(503, "busy", "Later.");

        AssertError(FailForGood(connect), "ServiceUnavailable", ErrorCategory.ResourceUnavailable);
        Succeed(connect.Replace("-MaximumRetryCount 0", "-MaximumRetryCount 1", StringComparison.Ordinal));
        Assert.Single(Service.Identity.DeviceCodes.All);
        AssertSignedIn("DeviceCode");
    }

    [Fact]
    public async Task Disconnect_during_a_renewal_removes_the_account_for_good_and_ends_what_needs_the_token()
    {
        await SignInAsync(Cached);
        Service.Tokens.RevokeAll();
        FaultRule renewal = Service.IdentityFaults.On("POST", "/token").Hang(TimeSpan.FromSeconds(2));
        Task<InvocationResult> running = Task.Run(() => Shell.Invoke(Update));
        await UntilAsync(() => renewal.Hits > 0);

        using PowerShellSession other = OpenShell();
        Assert.Empty(other.Invoke("Disconnect-RunSummary").AllErrors);
        AssertError(Assert.Single((await running).AllErrors), "NotConnected", ErrorCategory.AuthenticationError);
        Assert.DoesNotContain(SandboxUser.Ada.UserPrincipalName, await File.ReadAllTextAsync(CacheFile(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Leaves the refresh tokens alone, as after a long time.</summary>
    private async Task RemoveAccessTokensAsync()
    {
        System.Text.Json.Nodes.JsonNode cache = System.Text.Json.Nodes.JsonNode.Parse(
            await File.ReadAllTextAsync(CacheFile(), TestContext.Current.CancellationToken))!;
        cache["AccessToken"] = new System.Text.Json.Nodes.JsonObject();
        await File.WriteAllTextAsync(CacheFile(), cache.ToJsonString(), TestContext.Current.CancellationToken);
    }
}
