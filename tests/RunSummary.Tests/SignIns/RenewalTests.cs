using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.SignIns;

/// <summary>Sessions that last: renewal in time, claims challenges, and what needs the user again.</summary>
public sealed class RenewalTests : UserSignInTest
{
    private const string Claims = """{"access_token":{"nbf":{"essential":true,"value":"1717000000"}}}""";

    [Fact]
    public async Task A_token_near_its_end_is_renewed_before_it_is_refused()
    {
        Service.Tokens.Lifetime = ShortLife;
        Connect();

        await UntilAsync(() => Succeed(Read).Count == 1 && SignIns.Count > 1);
        Assert.DoesNotContain(Service.Requests.All, request => request.Status == 401);
    }

    [Fact]
    public void The_sign_in_services_wish_for_an_early_renewal_is_followed()
    {
        Service.Identity.RefreshIn = TimeSpan.Zero;
        Connect();

        Assert.Single(Succeed(Update));
        Assert.True(SignIns.Count > 1);
    }

    [Fact]
    public void A_claims_challenge_is_answered_with_the_claims_and_nothing_is_lost()
    {
        Connect();
        Service.Tokens.RequiredClaims = Claims;

        Assert.Equal(Service.Scripts.All.Count, Succeed("Get-DeviceScript | Update-DeviceScriptRunSummary -ErrorUserCount 6").Count);
        Assert.Equal(2, SignIns.Count);
        Assert.Contains("1717000000", SignIns[1].Claims, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_meets_a_refusal_again_and_again_renews_each_time()
    {
        Connect();
        Shell.SetVariable("revoke", (Action<int>)(done =>
        {
            Assert.True(SpinWait.SpinUntil(() => Service.Requests.All.Count(request => request is { Method: "PATCH", Status: 200 }) == done, Soon));
            Service.Tokens.RevokeAll();
        }));

        Assert.Equal(
            4,
            Succeed("1..4 | ForEach-Object { @{ ScriptType = 2; Id = $shell }; if ($_ -lt 4) { $revoke.Invoke($_) } } | Update-DeviceScriptRunSummary -ErrorUserCount 6").Count);
        Assert.Equal(4, SignIns.Count);
        Assert.Equal(3, Service.Requests.All.Count(request => request.Status == 401));
    }

    [Fact]
    public void A_run_whose_objects_trickle_in_renews_in_time_again_and_again()
    {
        Service.Identity.RefreshIn = TimeSpan.Zero;
        Connect();
        Shell.SetVariable("written", (Action<int>)(count =>
            Assert.True(SpinWait.SpinUntil(() => Service.Requests.All.Count(request => request is { Method: "PATCH", Status: 200 }) == count, Soon))));

        Assert.Equal(3, Succeed("1..3 | ForEach-Object { @{ ScriptType = 2; Id = $shell }; $written.Invoke($_) } | Update-DeviceScriptRunSummary -ErrorUserCount 6").Count);
        Assert.DoesNotContain(Service.Requests.All, request => request.Status == 401);
        Assert.Equal(3, Service.Requests.All.Select(request => request.Header("Authorization")).Distinct().Count());
    }

    [Fact]
    public void An_item_of_a_batch_that_is_challenged_is_answered_too()
    {
        Connect();
        Service.Faults.OnItems("PATCH", Demo()).Once().ClaimsChallenge(Claims);

        Assert.Equal(Service.Scripts.All.Count, Succeed("Get-DeviceScript | Update-DeviceScriptRunSummary -ErrorUserCount 6").Count);
        Assert.Contains("1717000000", SignIns[^1].Claims, StringComparison.Ordinal);
    }

    [Fact]
    public void A_challenge_of_a_token_that_was_given_is_the_end()
    {
        Succeed("Connect-RunSummary -AccessToken $sandbox.AccessToken -GraphEndpoint $sandbox.GraphEndpoint");
        Service.Tokens.RequiredClaims = Claims;

        AssertError(FailForGood(Update), "AuthenticationFailed", ErrorCategory.AuthenticationError);
    }

    [Fact]
    public async Task A_users_token_that_is_challenged_is_renewed_silently()
    {
        await SignInAsync();
        Service.Tokens.RequiredClaims = Claims;

        AssertSignedIn("DeviceCode");
        Assert.Equal("refresh_token", SignIns[^1].GrantType);
        Assert.Contains("1717000000", SignIns[^1].Claims, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RefreshFailure.Revoked, "AADSTS50173")]
    [InlineData(RefreshFailure.SignInFrequency, "AADSTS70043")]
    [InlineData(RefreshFailure.Inactive, "AADSTS700082")]
    [InlineData(RefreshFailure.MultiFactorNeeded, "AADSTS50076")]
    [InlineData(RefreshFailure.ConsentMissing, "AADSTS65001")]
    public async Task A_renewal_that_needs_the_user_is_InteractionRequired_in_the_words_of_the_service(RefreshFailure why, string code)
    {
        await SignInAsync();
        Service.Identity.RefreshTokens.RevokeAll(why);
        Service.Tokens.RevokeAll();

        ErrorRecord error = FailForGood(Update);
        AssertError(error, "InteractionRequired", ErrorCategory.AuthenticationError);
        Assert.Contains(code, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("-UseDeviceCode", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_it_happens_in_the_middle_of_a_pipeline_what_was_done_is_given_and_in_the_journal()
    {
        await SignInAsync();
        string journal = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());
        Shell.SetVariable("journal", journal);
        Shell.SetVariable("end", (Action)(() =>
        {
            Assert.True(SpinWait.SpinUntil(() => Service.Requests.All.Any(request => request is { Method: "PATCH", Status: 200 }), Soon));
            Service.Identity.RefreshTokens.RevokeAll();
            Service.Tokens.RevokeAll();
        }));

        InvocationResult result = Invoke(
            "try { $windows | ForEach-Object { @{ ScriptType = 1; Id = $_ }; $end.Invoke(); @{ ScriptType = 2; Id = $shell } } | Update-DeviceScriptRunSummary -ErrorUserCount 6 -JournalPath $journal } catch { $_ }");
        Assert.Equal(2, result.Output.Count);
        Assert.Equal(6, Value(result.Output[0]!, "ErrorUserCount"));
        AssertError(Assert.IsType<ErrorRecord>(result.Output[1]!.BaseObject), "InteractionRequired", ErrorCategory.AuthenticationError);
        await SignInAsync();
        Assert.Equal(2, Succeed("@{ ScriptType = 1; Id = $windows }, @{ ScriptType = 2; Id = $shell } | Update-DeviceScriptRunSummary -ErrorUserCount 6 -JournalPath $journal -Resume").Count);
        Assert.Equal(2, Service.Requests.All.Count(request => request is { Method: "PATCH", Status: 200 }));
        System.IO.File.Delete(journal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData(null)]
    public void A_sign_in_service_that_asks_to_wait_is_asked_again(string? retryAfter)
    {
        Service.IdentityFaults.On("POST", "/token").Once().Status(429, "busy", "Later.", retryAfter);

        InvocationResult result = Invoke($"{SandboxShell.Connect} -MaximumRetryCount 1 -Verbose");
        Assert.Empty(result.AllErrors);
        string line = Assert.Single(result.Verbose, verbose => verbose.Contains("Sign-in:", StringComparison.Ordinal));
        Assert.Equal(retryAfter is not null, line.Contains("in 1.0 s", StringComparison.Ordinal));
    }

    [Fact]
    public void A_renewal_that_fails_in_passing_goes_on_with_the_token_at_hand()
    {
        Service.Identity.RefreshIn = TimeSpan.Zero;
        Connect("-MaximumRetryCount 0");
        Service.IdentityFaults.On("POST", "/token").Status(503, "busy", "Later.");

        InvocationResult result = Invoke($"{Update} -Verbose");
        Assert.Empty(result.AllErrors);
        Assert.Contains(result.Verbose, line => line.Contains("can't be renewed now", StringComparison.Ordinal));
    }

    private static string Demo() => Commands.Demo.Shell;
}
