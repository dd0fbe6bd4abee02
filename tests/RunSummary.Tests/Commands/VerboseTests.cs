using System;
using System.Linq;
using RunSummary.Sandbox.Hosting;
using Xunit;

namespace RunSummary.Tests.Commands;

public sealed class VerboseTests : ConnectedTest
{
    [Theory]
    [InlineData("Get-DeviceScript -ScriptType Shell", "GET /v1.0/deviceManagement/deviceShellScripts gave 200")]
    [InlineData("Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell", "GET " + Demo.ShellSummary + " gave 200")]
    [InlineData("Get-DeviceScriptRunState -ScriptType Shell -ScriptId $shell", "GET /v1.0/deviceManagement/deviceShellScripts/" + Demo.Shell + "/deviceRunStates gave 200")]
    [InlineData("Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount 1", "PATCH " + Demo.ShellSummary + " gave 200")]
    public void Each_request_has_one_line_with_the_id_that_support_asks_for(string command, string words)
    {
        InvocationResult result = Invoke($"{command} -Verbose");

        string line = Assert.Single(result.Verbose, line => line.StartsWith("GET ", StringComparison.Ordinal) || line.StartsWith("PATCH ", StringComparison.Ordinal));
        Assert.StartsWith(words, line, StringComparison.Ordinal);
        Assert.Contains(Service.Requests.All[^1].Request.RequestId, line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_request_has_its_line_too()
    {
        InvocationResult result = Invoke("Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $missing -Verbose");

        Assert.Single(result.Verbose, line => line.Contains("gave 404", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_Verbose_there_is_no_line_in_any_stream()
    {
        InvocationResult result = Invoke("Get-DeviceScript | Update-DeviceScriptRunSummary -ErrorUserCount 1");

        Assert.Empty(result.Verbose.Concat(result.Warning).Concat(result.Debug).Concat(result.Information));
        Assert.Empty(result.Progress);
    }

    [Fact]
    public void Lines_come_in_the_order_of_what_they_are_about()
    {
        var output = Succeed("Get-DeviceScript -ScriptType Shell -Verbose 4>&1 | ForEach-Object { $_.GetType().Name }");

        Assert.Equal("VerboseRecord", output.First(line => $"{line}" is "VerboseRecord" or "DeviceScript").BaseObject);
    }
}
