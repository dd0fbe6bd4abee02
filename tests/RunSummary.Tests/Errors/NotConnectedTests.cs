using System.Management.Automation;
using Xunit;

namespace RunSummary.Tests.Errors;

public sealed class NotConnectedTests : ErrorsTest
{
    public static TheoryData<string> Commands => new()
    {
        "Get-DeviceScript",
        "Get-DeviceScript -ScriptId $shell",
        "Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell",
        "@{ ScriptType = 2; Id = $shell } | Get-DeviceScriptRunSummary",
        "Get-DeviceScriptRunState -ScriptType Shell -ScriptId $shell",
        "@{ ScriptType = 2; Id = $shell } | Measure-DeviceScriptRunSummary",
        "@{ ScriptType = 2; Id = $shell } | Compare-DeviceScriptRunSummary -DriftOnly",
        "Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount 1",
        "@{ ScriptType = 2; Id = $shell }, @{ ScriptType = 2; Id = $otherShell } | Update-DeviceScriptRunSummary -ErrorUserCount 1",
        "Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount 1 -WhatIf",
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Without_a_session_a_command_ends_at_once_and_names_Connect_RunSummary(string command)
    {
        Succeed("Disconnect-RunSummary");

        AssertNotConnected(FailForGood(command), "Run Connect-RunSummary");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void So_does_one_with_a_session_that_was_disconnected(string command)
    {
        PSObject session = PassThru("$session | Disconnect-RunSummary");

        ErrorRecord error = FailForGood(With(command, "$in"), session);
        AssertNotConnected(error, "disconnected");
        Assert.Same(session.BaseObject, Target(error));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void So_does_one_with_a_session_from_another_process(string command)
    {
        PSObject session = PassThru("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($session))");

        AssertNotConnected(FailForGood(With(command, "$in"), session), "another process", "Start-Job");
    }

    [Fact]
    public void The_context_of_a_session_that_was_disconnected_is_refused() => AssertNotConnected(
        FailForGood("Get-RunSummaryContext -Session $in", PassThru("$session | Disconnect-RunSummary")), "disconnected");

    [Fact]
    public void The_context_of_a_session_from_another_process_is_refused() => AssertNotConnected(
        FailForGood(
            "Get-RunSummaryContext -Session $in",
            PassThru("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($session))")),
        "another process");

    [Theory]
    [InlineData("42")]
    [InlineData("'session'")]
    [InlineData("$null")]
    [InlineData("@{ IsConnected = $true }")]
    public void What_is_no_session_is_refused_by_the_engine_itself(string value) =>
        Assert.IsAssignableFrom<ParameterBindingException>(FailForGood($"Get-DeviceScript -Session {value}").Exception);

    private static string With(string command, string session)
    {
        int last = command.LastIndexOf('|') + 1;
        return $"{command[..last]} {command[last..]} -Session {session}";
    }

    private void AssertNotConnected(ErrorRecord error, params string[] words)
    {
        AssertError(error, "NotConnected", ErrorCategory.AuthenticationError);
        AssertSays(error, words);
        Assert.Contains("Connect-RunSummary", error.ErrorDetails.RecommendedAction, System.StringComparison.Ordinal);
        Assert.Empty(Sent);
    }

    /// <summary>Makes a session, does something to it, and gives what came of it, else the session.</summary>
    private PSObject PassThru(string then)
    {
        PSObject session = Assert.Single(Succeed($"{RunSummary.Sandbox.SandboxShell.Connect} -PassThru"));
        Shell.SetVariable("session", session);
        return Succeed(then) is [PSObject other] ? other : session;
    }
}
