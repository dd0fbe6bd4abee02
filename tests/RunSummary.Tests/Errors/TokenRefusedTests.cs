using System.Linq;
using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Errors;

/// <summary>401 from Graph: fatal for a token that was given, answered with a fresh one where there is a secret.</summary>
public sealed class TokenRefusedTests : ErrorsTest
{
    private const string ThreeUpdates =
        "$windows | ForEach-Object { @{ ScriptType = 1; Id = $_ }; $in.Invoke(); @{ ScriptType = 2; Id = $shell }; @{ ScriptType = 4; Id = $attribute } } | Update-DeviceScriptRunSummary -ErrorUserCount 1";

    private const string ConnectWithToken = "Connect-RunSummary -AccessToken $sandbox.AccessToken -GraphEndpoint $sandbox.GraphEndpoint -MaximumRetryCount 0";

    [Fact]
    public void A_given_token_that_is_revoked_ends_the_command_at_that_object()
    {
        Succeed(ConnectWithToken);

        var result = Invoke($"try {{ {ThreeUpdates} }} catch {{ $_ }}", (System.Action)RevokeAfterTheFirst);
        Assert.Empty(result.AllErrors);
        Assert.Equal(Demo.Windows, Value(result.Output[0]!, "ScriptId"));
        ErrorRecord error = Assert.IsType<ErrorRecord>(result.Output[1]!.BaseObject);
        AssertError(error, "AuthenticationFailed", ErrorCategory.AuthenticationError);
        AssertHttp(error, 401, "InvalidAuthenticationToken", attempts: 1);
        AssertAdvisesNewToken(error);
        Assert.Equal(2, result.Output.Count);
    }

    [Fact]
    public void With_a_client_secret_a_revoked_token_is_replaced_once_without_a_word()
    {
        int before = Service.Tokens.IssuedCount;

        var result = Invoke(ThreeUpdates, (System.Action)RevokeAfterTheFirst);
        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Warning);
        Assert.Equal([Demo.Windows, Demo.Shell, Demo.Attribute], result.Output.Select(summary => Value(summary!, "ScriptId")));
        Assert.Equal(before + 1, Service.Tokens.IssuedCount);
        Assert.Equal([200, 401, 200], Service.Requests.All.Where(request => !request.InBatch).Select(request => request.Status));
    }

    [Fact]
    public void With_a_client_secret_a_fresh_token_that_is_refused_too_is_the_end()
    {
        int before = Service.Tokens.IssuedCount;
        Service.Faults.On("*", "").Status(401, "InvalidAuthenticationToken", "Access token validation failure.");

        ErrorRecord error = FailForGood(Update, Script());
        AssertError(error, "AuthenticationFailed", ErrorCategory.AuthenticationError);
        AssertHttp(error, 401, "InvalidAuthenticationToken", attempts: 1);
        Assert.Equal((2, before + 1), (Sent.Count, Service.Tokens.IssuedCount));
    }

    [Fact]
    public void A_token_that_Graph_does_not_know_fails_at_the_first_use()
    {
        Succeed("Connect-RunSummary -AccessToken opaque-token -GraphEndpoint $sandbox.GraphEndpoint -MaximumRetryCount 0");

        AssertError(FailForGood("Get-DeviceScript"), "AuthenticationFailed", ErrorCategory.AuthenticationError);
        Assert.Single(Sent);
    }

    [Fact]
    public void A_given_token_that_runs_out_later_is_not_sent_any_more()
    {
        Shell.SetVariable("token", Service.Tokens.Issue(System.TimeSpan.FromSeconds(10)));
        Succeed("Connect-RunSummary -AccessToken $token -GraphEndpoint $sandbox.GraphEndpoint -MaximumRetryCount 0");
        Succeed("[System.Threading.Thread]::Sleep(10100)");

        ErrorRecord error = FailForGood(Update, Script());
        AssertError(error, "AuthenticationFailed", ErrorCategory.AuthenticationError);
        AssertAdvisesNewToken(error);
        Assert.Empty(Sent);
    }

    [Fact]
    public void A_secret_that_was_withdrawn_meanwhile_ends_the_command_with_the_words_of_the_sign_in_service()
    {
        Service.IdentityFaults.On("POST", "/token").Answer(
            401, "application/json", """{"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys are expired."}""");

        var result = Invoke($"try {{ {ThreeUpdates} }} catch {{ $_ }}", (System.Action)RevokeAfterTheFirst);
        ErrorRecord error = Assert.IsType<ErrorRecord>(result.Output[1]!.BaseObject);
        AssertError(error, "AuthenticationFailed", ErrorCategory.AuthenticationError);
        AssertSays(error, "AADSTS7000222");
    }

    /// <summary>Lets the first object, which isn't held back for a full batch, be answered, and then takes back all tokens.</summary>
    private void RevokeAfterTheFirst()
    {
        Assert.True(System.Threading.SpinWait.SpinUntil(() => Service.Requests.All.Any(request => request.Status == 200), System.TimeSpan.FromMinutes(1)));
        Service.Tokens.RevokeAll();
    }
}
