using System;
using System.Management.Automation;
using System.Net;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.Errors;

/// <summary>Sign-ins that fail. A failing Connect is always terminating and leaves the earlier default session alone.</summary>
public sealed class SignInTests : ErrorsTest
{
    private const string WrongSecret = "wrong~hunter2-secret";

    [Theory]
    [InlineData(null, WrongSecret, null, "AADSTS7000215", "Invalid client secret")]
    [InlineData(null, "", null, "The client secret", "is empty")]
    [InlineData("11111111-2222-3333-4444-555555555555", null, null, "AADSTS700016", "11111111-2222-3333-4444-555555555555")]
    [InlineData("no-guid", null, null, "AADSTS700016", "no-guid")]
    [InlineData(null, null, "nowhere.example", "AADSTS90002", "nowhere.example")]
    [InlineData(null, null, "99999999-2222-3333-4444-555555555555", "AADSTS90002", "99999999-2222-3333-4444-555555555555")]
    [InlineData(null, null, "not a tenant", "not a tenant", "")]
    [InlineData(null, null, "../common", "../common", "")]
    [InlineData(null, null, "common?x=", "common?x=", "")]
    public void A_client_secret_that_does_not_fit(string? clientId, string? secret, string? tenantId, string code, string words)
    {
        PSCredential credential = new(clientId ?? Service.ClientId, new NetworkCredential("", secret ?? Service.ClientSecret).SecurePassword);
        string script = "Connect-RunSummary -Authority $sandbox.Authority -GraphEndpoint $sandbox.GraphEndpoint -ClientSecretCredential $in[0] -TenantId $in[1]";

        ErrorRecord error = AssertSignInFails(script, new object[] { credential, tenantId ?? Service.TenantId });
        AssertSays(error, code, words);
        AssertHides(error, WrongSecret, Service.ClientSecret);
        Assert.Contains("secret (has it expired?)", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_credential_without_anything_in_it() => AssertSays(
        AssertSignInFails("Connect-RunSummary -ClientSecretCredential ([pscredential]::Empty) -TenantId $sandbox.TenantId"), "The client secret", "is empty");

    [Fact]
    public void A_token_that_ran_out() => AssertSays(AssertTokenFails(Service.Tokens.Issue(TimeSpan.FromMinutes(-1))), "ran out");

    [Theory]
    [InlineData("Bearer abc")]
    [InlineData("abc\ndef")]
    [InlineData("abc\r\nX-Header: 1")]
    [InlineData("  abc  ")]
    [InlineData("hunter2\u00e9")]
    [InlineData("\"abc\"")]
    public void A_token_with_characters_that_no_token_has(string token) => AssertHides(AssertTokenFails(token), token.Trim());

    [Fact]
    public void An_empty_token() => AssertSays(AssertTokenFails(""), "empty");

    [Theory]
    [InlineData(429, "Throttled", ErrorCategory.LimitsExceeded)]
    [InlineData(503, "ServiceUnavailable", ErrorCategory.ResourceUnavailable)]
    public void A_sign_in_service_that_is_busy(int status, string id, ErrorCategory category)
    {
        Service.IdentityFaults.On("POST", "/token").Status(status, "busy", "Later.", "0");

        AssertError(AssertConnectFails(SandboxShell.Connect), id, category);
    }

    [Theory]
    [InlineData("https://localhost:1")]
    [InlineData("http://127.0.0.1:1")]
    public void A_sign_in_service_that_is_not_there(string authority)
    {
        ErrorRecord error = AssertConnectFails(
            $"Connect-RunSummary -ClientSecretCredential $sandbox.Credential -TenantId $sandbox.TenantId -GraphEndpoint $sandbox.GraphEndpoint -Authority {authority}");

        AssertError(error, "ConnectionFailed", ErrorCategory.ConnectionError);
        AssertSays(error, new Uri(authority).Authority);
    }

    [Theory]
    [InlineData("-ErrorAction SilentlyContinue")]
    [InlineData("-ErrorAction Continue")]
    [InlineData("-ErrorAction Stop")]
    public void A_failing_Connect_is_terminating_whatever_ErrorAction_says(string action) =>
        AssertSignInFails($"{SandboxShell.Connect.Replace("$sandbox.TenantId", "nowhere.example", StringComparison.Ordinal)} {action}");

    [Fact]
    public void A_failing_Connect_gives_no_session()
    {
        var result = Invoke("try { Connect-RunSummary -AccessToken '' -PassThru } catch { }");

        Assert.Empty(result.Output);
    }

    private static void AssertHides(ErrorRecord error, params string[] secrets)
    {
        string text = string.Join('\n', error, error.Exception, error.ErrorDetails.RecommendedAction, error.TargetObject, error.ScriptStackTrace);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    private ErrorRecord AssertTokenFails(string token)
    {
        ErrorRecord error = AssertSignInFails("Connect-RunSummary -AccessToken $in -GraphEndpoint $sandbox.GraphEndpoint", token);
        AssertAdvisesNewToken(error);
        return error;
    }

    private ErrorRecord AssertSignInFails(string connect, object? input = null)
    {
        ErrorRecord error = AssertConnectFails(connect, input);
        AssertError(error, "AuthenticationFailed", ErrorCategory.AuthenticationError);
        return error;
    }

    private ErrorRecord AssertConnectFails(string connect, object? input = null)
    {
        Assert.Single(Succeed(Get, Script()));
        ErrorRecord error = FailForGood(connect, input);
        InvocationResult after = Invoke("(Get-RunSummaryContext).GraphEndpoint");
        Assert.Equal([Service.GraphEndpoint], after.Values);
        Assert.Single(Succeed(Get, Script()));
        return error;
    }
}
