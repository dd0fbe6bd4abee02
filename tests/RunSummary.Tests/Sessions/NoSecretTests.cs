using System;
using System.IO;
using System.Management.Automation;
using RunSummary.Sandbox;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.Sessions;

/// <summary>No secret and no token is to be found in anything that a command gives.</summary>
public sealed class NoSecretTests : SessionTest
{
    private const string TokenConnect = "Connect-RunSummary -AccessToken $sandbox.AccessToken -GraphEndpoint $sandbox.GraphEndpoint -MaximumRetryCount 0";

    private const string SecretConnect = SandboxShell.Connect + " -MaximumRetryCount 0";

    public static TheoryData<string> SignIns => new() { SecretConnect, TokenConnect };

    [Theory]
    [MemberData(nameof(SignIns))]
    public void Work_that_succeeds_shows_none(string connect) => AssertHides(
        $"{connect} -Verbose -Debug -PassThru; Get-RunSummaryContext -Verbose; Get-DeviceScript -Verbose -IncludeContent | Get-DeviceScriptRunSummary -Verbose | Update-DeviceScriptRunSummary -Verbose -Debug; Disconnect-RunSummary -Verbose");

    [Theory]
    [MemberData(nameof(SignIns))]
    public void Requests_that_fail_show_none(string connect)
    {
        Service.Faults.On("*", "/deviceShellScripts").Throttle("0");
        Service.Faults.On("*", "/deviceCustomAttributeShellScripts").Reset();
        Service.Faults.On("PATCH", "/deviceManagementScripts").Html(200);

        AssertHides($"{connect}; Get-DeviceScript -Verbose | Update-DeviceScriptRunSummary -ErrorUserCount 1 -Verbose; $Error");
    }

    [Theory]
    [MemberData(nameof(SignIns))]
    public void A_token_that_is_refused_shows_none(string connect)
    {
        Service.Faults.On("*", "").Status(401, "InvalidAuthenticationToken", "No.");

        AssertHides($"{connect}; Get-DeviceScript -Verbose; Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount 1 -Verbose; $Error");
    }

    [Theory]
    [InlineData("Connect-RunSummary -AccessToken \"$($sandbox.AccessToken) \" -GraphEndpoint $sandbox.GraphEndpoint")]
    [InlineData("Connect-RunSummary -AccessToken \"Bearer $($sandbox.AccessToken)\" -GraphEndpoint $sandbox.GraphEndpoint")]
    [InlineData("Connect-RunSummary -AccessToken $sandbox.AccessToken -GraphEndpoint http://graph.example.com")]
    [InlineData("Connect-RunSummary -AccessToken $sandbox.AccessToken -GraphEndpoint http://127.0.0.1:1 -MaximumRetryCount 0; Get-DeviceScript")]
    [InlineData("Connect-RunSummary -AccessToken $sandbox.AccessToken -ClientSecretCredential $sandbox.Credential")]
    [InlineData("Connect-RunSummary -TenantId nowhere.example -Authority $sandbox.Authority -ClientSecretCredential $sandbox.Credential")]
    [InlineData("Connect-RunSummary -TenantId $sandbox.TenantId -Authority https://localhost:1 -ClientSecretCredential $sandbox.Credential")]
    [InlineData("Connect-RunSummary -TenantId $sandbox.TenantId -Authority $sandbox.Authority -ClientSecretCredential ([pscredential]::new('other', $sandbox.Credential.Password))")]
    public void A_sign_in_that_fails_shows_none(string connect) => AssertHides($"try {{ {connect} }} catch {{ $_ }}; $Error");

    [Fact]
    public void A_sign_in_service_that_answers_with_a_page_shows_none()
    {
        Service.IdentityFaults.On("POST", "/token").Answer(400, "text/html", "<html>proxy</html>");

        AssertHides($"try {{ {SandboxShell.Connect} }} catch {{ $_ }}; $Error");
    }

    [Fact]
    public void A_session_that_is_serialised_or_formatted_shows_none()
    {
        PSObject session = PassThru(SandboxShell.Connect);

        AssertHides("[System.Management.Automation.PSSerializer]::Serialize($session, 10)", PSSerializer.Serialize(session, 10), Screen("$session; $session.Context; Get-RunSummaryContext"));
    }

    [Fact]
    public void What_is_expanded_here_reaches_what_a_command_was_given() => Assert.Contains(
        "to be found", ExpandedText.Of(Fail("@{ ScriptType = 2; Id = $missing; Note = $in } | Get-DeviceScriptRunSummary", "to be found"), SecretHunt.Depth), StringComparison.Ordinal);

    [Fact]
    public void The_screen_shows_none_when_a_sign_in_fails() => AssertHides(
        "$Error",
        Screen("Connect-RunSummary -AccessToken \"Bearer $($sandbox.AccessToken)\""),
        Screen("Connect-RunSummary -TenantId nowhere.example -Authority $sandbox.Authority -ClientSecretCredential $sandbox.Credential"));

    private string Screen(string script)
    {
        using StringWriter screen = new();
        using PowerShellSession shell = OpenShell(new HostOptions { Output = screen });
        shell.SetVariable("session", Shell.GetVariable("session"));
        shell.Run(script);
        Assert.NotEmpty(screen.ToString());
        return screen.ToString();
    }

    private void AssertHides(string script, params string[] more) => SecretHunt.AssertFindsNone(Service, Invoke(script), more);
}
