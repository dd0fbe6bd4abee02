using System.Linq;
using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Errors;

public sealed class ErrorActionTests : ErrorsTest
{
    private const string Three = "@{ ScriptType = 1; Id = $windows }, @{ ScriptType = 2; Id = $missing }, @{ ScriptType = 4; Id = $attribute }";

    [Fact]
    public void Stop_ends_the_command_at_the_first_error()
    {
        var result = Invoke($"try {{ {Three} | Update-DeviceScriptRunSummary -ErrorUserCount 1 -ErrorAction Stop }} catch {{ $_ }}");

        Assert.Empty(result.AllErrors);
        Assert.Equal(Demo.Windows, Value(result.Output[0]!, "ScriptId"));
        AssertError(Assert.IsType<ErrorRecord>(result.Output[1]!.BaseObject), "ScriptNotFound", ErrorCategory.ObjectNotFound);
    }

    [Theory]
    [InlineData("Get-DeviceScript")]
    [InlineData("@{ ScriptType = 1; Id = $windows } | Get-DeviceScriptRunSummary")]
    public void A_command_downstream_that_lacks_an_assembly_fails_by_itself(string command)
    {
        ErrorRecord error = FailForGood($"{command} | ForEach-Object {{ throw [IO.FileNotFoundException]::new('gone', 'Other, Version=1.0.0.0') }}");

        Assert.IsType<System.IO.FileNotFoundException>(error.Exception);
    }

    [Theory]
    [InlineData("NoCountsSupplied", "@{ ScriptType = 1; Id = $windows }")]
    [InlineData("CountInvalid", "@{ ScriptType = 1; Id = $windows; ErrorUserCount = 'x' }")]
    [InlineData("ScriptTypeUnknown", "@{ Id = $windows }")]
    [InlineData("ScriptIdInvalid", "@{ ScriptType = 1 }")]
    [InlineData("ScriptTypeNotSupported", "@{ '@odata.type' = '#microsoft.graph.deviceHealthScript'; id = $windows }")]
    public void Stop_does_so_for_objects_that_are_never_sent(string id, string script)
    {
        ErrorRecord error = FailForGood($"{script}, @{{ ScriptType = 2; Id = $shell; ErrorUserCount = 1 }} | Update-DeviceScriptRunSummary -ErrorAction Stop");

        Assert.Equal(id, Id(error));
        Assert.Empty(Sent);
    }

    [Fact]
    public void The_preference_of_the_caller_is_followed()
    {
        ErrorRecord error = FailForGood($"$ErrorActionPreference = 'Stop'; $null = {Three} | Update-DeviceScriptRunSummary -ErrorUserCount 1");

        Assert.Equal("ScriptNotFound", Id(error));
    }

    [Theory]
    [InlineData("SilentlyContinue", 1)]
    [InlineData("Ignore", 0)]
    public void Silence_keeps_the_outputs(string action, int kept)
    {
        var result = Invoke($"$Error.Clear(); {Three} | Update-DeviceScriptRunSummary -ErrorUserCount 1 -ErrorAction {action}; $Error.Count");

        Assert.Empty(result.Errors);
        Assert.Equal(kept, result.Values[^1]);
        Assert.Equal([Demo.Windows, Demo.Attribute], result.Output.SkipLast(1).Select(summary => Value(summary!, "ScriptId")));
    }

    [Fact]
    public void ErrorVariable_holds_the_errors_with_the_objects_that_had_them()
    {
        var output = Succeed($"{Three} | Update-DeviceScriptRunSummary -ErrorUserCount 1 -ErrorAction SilentlyContinue -ErrorVariable failed > $null; $failed | ForEach-Object {{ $_.TargetObject.Id }}");

        Assert.Equal([Demo.Missing], output.Select(id => id.BaseObject));
    }

    [Fact]
    public void Try_and_catch_do_not_catch_what_is_not_terminating()
    {
        var result = Invoke($"try {{ {Three} | Update-DeviceScriptRunSummary -ErrorUserCount 1 }} catch {{ 'caught' }}");

        Assert.DoesNotContain("caught", result.Values);
        Assert.Equal((2, 1), (result.Output.Count, result.Errors.Count));
    }

    [Fact]
    public void A_terminating_error_can_be_caught_by_the_type_of_its_exception()
    {
        Succeed("Disconnect-RunSummary");

        Assert.Equal(["caught"], Invoke("try { Get-DeviceScript } catch [RunSummary.RunSummaryException] { 'caught' }").Values);
    }

    [Fact]
    public void A_failed_request_can_be_caught_by_the_type_of_its_exception() => Assert.Equal(
        [404],
        Invoke("try { Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $missing -ErrorAction Stop } catch [RunSummary.GraphRequestException] { $_.Exception.StatusCode }").Values);

    [Fact]
    public void An_error_shows_what_happened_and_what_to_do()
    {
        ErrorRecord error = FailAndGoOn("Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $missing");

        Assert.Equal("ScriptNotFound,RunSummary.Commands.GetDeviceScriptRunSummaryCommand", error.FullyQualifiedErrorId);
        Assert.Equal(error.Exception.Message, error.ErrorDetails.Message);
        Assert.Equal("Check the id or name, and the family: Get-DeviceScript lists what this tenant has.", error.ErrorDetails.RecommendedAction);
    }
}
