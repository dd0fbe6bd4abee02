using System;
using System.Linq;
using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.RunStates;

/// <summary>What the service does wrong between and inside pages concerns one script alone, and no state counts twice.</summary>
public sealed class StateFailureTests : RunStateCommandTest
{
    private const string OtherStates = "/v1.0/deviceManagement/deviceShellScripts/" + Demo.OtherShell + "/deviceRunStates";
    private const string Both = "@{ ScriptType = 2; Id = $shell }, @{ ScriptType = 2; Id = $otherShell }";

    protected override string ConnectParameters => "-MaximumRetryCount 2";

    public static TheoryData<string> Commands => new() { "Measure-DeviceScriptRunSummary", "Compare-DeviceScriptRunSummary" };

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_script_that_is_deleted_between_pages_is_ScriptNotFound_for_it_alone(string command)
    {
        Service.RunStates.Generate(Script, devices: 3_000, users: 1);
        Service.RunStates.BetweenPages = (script, _) => Service.Scripts.Remove(script == Script ? script : Guid.Empty);

        Assert.Equal(["ScriptNotFound", Demo.OtherShell], Outcomes($"{Both} | {command}"));
    }

    [Fact]
    public void States_that_came_before_the_deletion_are_given()
    {
        Service.RunStates.Generate(Script, devices: 3_000, users: 1);
        Service.RunStates.BetweenPages = (script, _) => Service.Scripts.Remove(script);

        string[] outcomes = [.. Outcomes("$shell | Get-DeviceScriptRunState -ScriptType Shell")];

        Assert.Equal(999, outcomes.Count(outcome => outcome == Demo.Shell));
        Assert.Equal("ScriptNotFound", outcomes[^1]);
    }

    [Theory]
    [InlineData("broken")]
    [InlineData("truncated")]
    [InlineData("reset")]
    [InlineData("busy")]
    public void A_page_that_breaks_in_the_middle_is_asked_for_again_and_never_counted_twice(string how)
    {
        Service.RunStates.Generate(Script, devices: 3_000, users: 500);
        var rule = Service.Faults.On(request => request.Path.EndsWith("RunStates", StringComparison.Ordinal));
        _ = how switch
        {
            "broken" => rule.Times(2).Break(),
            "truncated" => rule.Times(2).Truncate(),
            "reset" => rule.Times(2).Reset(),
            _ => rule.Times(2).Status(503, "ServiceUnavailable", "Busy.", "0"),
        };

        PSObject summary = Assert.Single(Succeed("$shell | Measure-DeviceScriptRunSummary -ScriptType Shell"));

        Assert.Equal(Service.RunStates.Truth(Script).Counts, Counts(summary));
        Assert.Equal(3_000, Number(summary, "Total"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/v1.0/x", "EndpointNotSecure", ErrorCategory.SecurityError)]
    [InlineData("not a link", "ResponseInvalid", ErrorCategory.InvalidResult)]
    public void A_link_that_leads_away_is_that_scripts_error(string link, string id, ErrorCategory category)
    {
        Service.Faults.On("GET", States).NextLink(link);

        ErrorRecord error = Fail("$shell | Measure-DeviceScriptRunSummary -ScriptType Shell");
        AssertError(error, id, category);
        Assert.Equal([id, Demo.OtherShell], Outcomes($"{Both} | Measure-DeviceScriptRunSummary"));
    }

    [Fact]
    public void Links_that_lead_round_in_a_circle_end_in_ResponseInvalid()
    {
        Service.RunStates.SetRaw(Script, """{"value":[{"runState":"success"}],"@odata.nextLink":"{next}"}""", $$"""{"value":[],"@odata.nextLink":"{{Service.GraphEndpoint}}{{States[1..]}}?$skiptoken=cGxhY2U6MA%3D%3D"}""");
        Service.Faults.On(request => request.Path == States && request.Query.Contains("skiptoken", StringComparison.Ordinal)).NextLink($"{Service.GraphEndpoint}{States[1..]}?$skiptoken=cGxhY2U6MA%3D%3D");

        AssertError(Fail("$shell | Measure-DeviceScriptRunSummary -ScriptType Shell"), "ResponseInvalid", ErrorCategory.InvalidResult);
        Assert.InRange(PagesOf(States), 2, 10);
    }

    [Theory]
    [InlineData("""{"value":[{"runState":5}]}""")]
    [InlineData("""{"value":[{"lastStateUpdateDateTime":"yesterday"}]}""")]
    [InlineData("""{"value":{}}""")]
    [InlineData("{}")]
    [InlineData("""{"value":[{"runState":"success"}""")]
    public void A_page_that_makes_no_sense_is_ResponseInvalid(string page)
    {
        Service.RunStates.SetRaw(Script, page);

        AssertError(Fail("$shell | Measure-DeviceScriptRunSummary -ScriptType Shell"), "ResponseInvalid", ErrorCategory.InvalidResult);
        AssertError(Fail("$shell | Get-DeviceScriptRunState -ScriptType Shell"), "ResponseInvalid", ErrorCategory.InvalidResult);
    }

    [Fact]
    public void States_that_change_between_pages_are_counted_as_they_were_read()
    {
        Service.RunStates.Set(Script, [.. Enumerable.Repeat(Device("success"), 2_000)]);
        Service.RunStates.BetweenPages = (script, _) => Service.RunStates.Set(script, [.. Enumerable.Repeat(Device("fail"), 2_000)]);

        PSObject summary = Assert.Single(Succeed("$shell | Measure-DeviceScriptRunSummary -ScriptType Shell"));

        Assert.Equal((999, 1_001, 2_000), (Number(summary, "SuccessDeviceCount"), Number(summary, "ErrorDeviceCount"), Number(summary, "Total")));
    }

    [Fact]
    public void The_throttled_wait_as_long_as_they_are_asked_to()
    {
        Service.Faults.On("GET", OtherStates).Once().Throttle("1");

        Assert.Equal([Demo.Shell, Demo.OtherShell], Outcomes($"{Both} | Measure-DeviceScriptRunSummary"));
        Assert.Contains(Service.Requests.All, request => request.Status == 429);
    }

    [Theory]
    [InlineData("$shell | Measure-DeviceScriptRunSummary -ScriptType Shell")]
    [InlineData("$shell | Compare-DeviceScriptRunSummary -ScriptType Shell")]
    [InlineData("$shell | Get-DeviceScriptRunState -ScriptType Shell")]
    public void Without_permission_the_error_names_the_one_to_read(string command)
    {
        Service.Faults.On("GET", "").Status(403, "Forbidden", "No.");

        ErrorRecord error = Fail(command);
        AssertError(error, "PermissionDenied", ErrorCategory.PermissionDenied);
        Assert.Contains("DeviceManagementScripts.Read.All", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }
}
