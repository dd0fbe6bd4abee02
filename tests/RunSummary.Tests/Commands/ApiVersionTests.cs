using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using RunSummary.Sandbox.Hosting;
using RunSummary.Sandbox.Service;
using Xunit;

namespace RunSummary.Tests.Commands;

/// <summary>Against a service that serves scripts under beta only, as the public one does.</summary>
public sealed class ApiVersionTests : ConnectedTest
{
    private const string Goes = "goes on with beta";

    protected override SandboxOptions Options => new() { BetaOnly = true };

    [Theory]
    [InlineData("Get-DeviceScript -ScriptType Shell -Name 'Install*'")]
    [InlineData("Get-DeviceScript -ScriptId $shell -ScriptType Shell")]
    [InlineData("Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell")]
    [InlineData("Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount 1")]
    public void The_first_request_goes_on_to_beta_with_one_verbose_line_and_the_session_stays_there(string command)
    {
        Assert.Equal("v1.0", Version());

        InvocationResult first = Invoke($"{command} -Verbose");
        Assert.Empty(first.AllErrors);
        Assert.Single(first.Output);
        Assert.Single(first.Verbose, line => line.Contains(Goes, StringComparison.Ordinal));
        Assert.Equal(2, Sent.Count);
        Assert.Equal(Sent[0].Replace("/v1.0/", "/beta/", StringComparison.Ordinal), Sent[1]);
        Assert.Equal("beta", Version());

        InvocationResult second = Invoke($"{command} -Verbose");
        Assert.Single(second.Output);
        Assert.DoesNotContain(second.Verbose, line => line.Contains(Goes, StringComparison.Ordinal));
        Assert.Equal(3, Sent.Count);
    }

    [Fact]
    public void The_whole_body_is_sent_again()
    {
        Succeed("Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount 1 -SuccessUserCount 0");

        Assert.Equal(["errorUserCount=1 successUserCount=0", "errorUserCount=1 successUserCount=0"], SentCounts);
    }

    [Fact]
    public void A_pipeline_of_commands_asks_v1_once()
    {
        Succeed("Get-DeviceScript | Get-DeviceScriptRunSummary | Update-DeviceScriptRunSummary | Measure-DeviceScriptRunSummary | Compare-DeviceScriptRunSummary | Get-DeviceScriptRunState");

        Assert.Single(Sent, request => request.Contains("/v1.0/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell")]
    [InlineData("Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount 1")]
    [InlineData("Get-DeviceScript -ScriptType Shell")]
    [InlineData("Get-DeviceScript -ScriptType Shell -ScriptId $shell")]
    public void A_version_that_was_given_is_never_changed(string command)
    {
        Connect("-ApiVersion v1.0 -MaximumRetryCount 0");

        ErrorRecord error = Fail(command);
        AssertError(error, "RequestRejected", ErrorCategory.InvalidArgument);
        Assert.Contains("Resource not found for the segment", error.ToString(), StringComparison.Ordinal);
        Fail(command);
        Assert.All(Sent, request => Assert.Contains("/v1.0/", request, StringComparison.Ordinal));
        Assert.Equal(2, Sent.Count);
        Assert.Equal("v1.0", Version());
    }

    [Fact]
    public void Beta_that_was_given_is_used_from_the_first_request()
    {
        Connect("-ApiVersion beta -MaximumRetryCount 0");

        Assert.Equal("beta", Version());
        Assert.NotEmpty(Succeed("Get-DeviceScript"));
        Assert.All(Sent, request => Assert.Contains("/beta/", request, StringComparison.Ordinal));
    }

    [Fact]
    public void A_script_that_is_missing_in_beta_is_missing()
    {
        AssertError(Fail("Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $missing"), "ScriptNotFound", ErrorCategory.ObjectNotFound);

        Assert.Equal("beta", Version());
    }

    [Fact]
    public async Task Several_runspaces_at_once_change_it_once()
    {
        Service.Latency = TimeSpan.FromMilliseconds(50);
        PowerShellSession[] shells = [.. Enumerable.Range(0, 6).Select(_ => OpenShell())];

        InvocationResult[] results = await Task.WhenAll(shells.Select(shell => Task.Run(() =>
            shell.Invoke($"Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId {Demo.Shell} -Verbose"))));

        Assert.All(results, result => Assert.Single(result.Output));
        Assert.Single(results.SelectMany(result => result.Verbose), line => line.Contains(Goes, StringComparison.Ordinal));
        Assert.Single(Sent, request => request.Contains("/v1.0/", StringComparison.Ordinal));
        Assert.Equal(7, Sent.Count);
        Array.ForEach(shells, shell => shell.Dispose());
    }

    [Fact]
    public void A_new_session_begins_anew()
    {
        Succeed("Get-DeviceScript");
        Connect("-MaximumRetryCount 0");

        Assert.Equal("v1.0", Version());
    }

    private string Version() => (string)Succeed("(Get-RunSummaryContext).ApiVersion")[0].BaseObject;
}
