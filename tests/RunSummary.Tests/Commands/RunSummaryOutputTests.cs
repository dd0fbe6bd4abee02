using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace RunSummary.Tests.Commands;

public sealed class RunSummaryOutputTests : ConnectedTest
{
    private const string Update = "@{ ScriptType = 2; Id = $shell; DisplayName = 'Portal' } | Update-DeviceScriptRunSummary -ErrorDeviceCount 3 -SuccessUserCount 0";

    private string Key => Service.Scripts.Summary(Guid.Parse(Demo.Shell))!.Id.ToString();

    [Fact]
    public void Get_gives_the_summary_as_the_service_holds_it() =>
        AssertSummary(Assert.Single(Succeed("@{ ScriptType = 2; Id = $shell; DisplayName = 'Portal' } | Get-DeviceScriptRunSummary")), "Portal", 4, 4, 118, 112);

    [Fact]
    public void Update_gives_the_summary_as_the_service_returned_it() => AssertSummary(Assert.Single(Succeed(Update)), "Portal", 3, 4, 118, 0);

    [Fact]
    public void The_service_holds_what_was_written_and_keeps_the_rest()
    {
        Succeed(Update);

        AssertSummary(Assert.Single(Succeed("Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell")), null, 3, 4, 118, 0);
    }

    [Fact]
    public void An_answer_without_a_body_is_success_with_what_was_sent()
    {
        Service.Faults.On("PATCH", "").NoContent();

        PSObject summary = Assert.Single(Succeed(Update));
        Assert.Equal(
            ("Portal", null, 3, null, null, 0),
            (Value(summary, "ScriptName"), Value(summary, "Id"), Value(summary, "ErrorDeviceCount"), Value(summary, "ErrorUserCount"), Value(summary, "SuccessDeviceCount"), Value(summary, "SuccessUserCount")));
        Assert.Equal(3, Service.Scripts.Summary(Guid.Parse(Demo.Shell))!.Counts.ErrorDevices);
    }

    [Fact]
    public void An_answer_without_a_body_keeps_the_key_that_was_sent()
    {
        Service.Faults.On("PATCH", "").NoContent();

        Assert.Equal(Key, Value(Assert.Single(Succeed($"{Update} -RunSummaryId {Key}")), "Id"));
    }

    [Theory]
    [InlineData("errorDeviceCount")]
    [InlineData("successUserCount")]
    [InlineData("id")]
    public void What_an_answer_leaves_out_is_taken_as_it_was_sent(string property)
    {
        Service.Faults.On("PATCH", "").AfterWrite(json =>
        {
            json.Remove(property);
            return json;
        });

        PSObject summary = Assert.Single(Succeed(Update));
        Assert.Equal((3, 0), (Value(summary, "ErrorDeviceCount"), Value(summary, "SuccessUserCount")));
        Assert.Equal(property == "id" ? null : Key, Value(summary, "Id"));
    }

    [Fact]
    public void A_count_that_an_answer_leaves_out_and_that_was_not_sent_is_null()
    {
        Service.Faults.On("PATCH", "").AfterWrite(json =>
        {
            json.Remove("errorUserCount");
            json["successDeviceCount"] = null;
            return json;
        });

        PSObject summary = Assert.Single(Succeed(Update));
        Assert.Null(Value(summary, "ErrorUserCount"));
        Assert.Null(Value(summary, "SuccessDeviceCount"));
    }

    [Theory]
    [InlineData("Set BitLocker policy", "PowerShell")]
    [InlineData("Install Company Portal", "Shell")]
    [InlineData("Battery cycle count", "CustomAttribute")]
    public void Name_and_family_come_from_the_script(string name, string family)
    {
        PSObject summary = Assert.Single(Succeed($"Get-DeviceScript -Name '{name}' | Update-DeviceScriptRunSummary -ErrorUserCount 1"));

        Assert.Equal((name, family), ((string?)Value(summary, "ScriptName"), $"{Value(summary, "ScriptType")}"));
        Assert.Equal(name, summary.ToString());
    }

    [Fact]
    public void The_request_is_the_documented_one()
    {
        Succeed(Update);

        var request = Assert.Single(Service.Requests.All);
        Assert.Equal(("PATCH", Demo.ShellSummary, ""), (request.Method, request.Path, request.Query));
        Assert.Equal("application/json", request.Header("Content-Type"));
        Assert.StartsWith("Bearer ", request.Header("Authorization"), StringComparison.Ordinal);
        Assert.True(Guid.TryParse(request.Header("client-request-id"), out Guid _));
        Assert.Contains($"RunSummary/{Succeed("(Get-Module RunSummary).Version.ToString()")[0]}", request.Header("User-Agent"), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_request_has_an_id_of_its_own()
    {
        Succeed($"{Update}; {Update}; {Update} > $null");

        Assert.Equal(3, Service.Requests.All.Select(request => request.Header("client-request-id")).Distinct().Count());
    }

    [Theory]
    [InlineData("Get-DeviceScript 'Install*' | Update-DeviceScriptRunSummary -ErrorUserCount 1", "RunSummary.DeviceScriptRunSummary")]
    [InlineData("Get-DeviceScript 'Install*' | Get-DeviceScriptRunSummary", "RunSummary.DeviceScriptRunSummary")]
    [InlineData("Get-DeviceScript 'Install*' | Measure-DeviceScriptRunSummary", "RunSummary.MeasuredRunSummary")]
    [InlineData("Get-DeviceScript 'Install*' | Compare-DeviceScriptRunSummary", "RunSummary.RunSummaryComparison")]
    [InlineData("Get-DeviceScript 'Install*'", "RunSummary.DeviceScript")]
    [InlineData("Get-RunSummaryContext", "RunSummary.RunSummaryContext")]
    public void What_comes_out_is_what_OutputType_says(string command, string type)
    {
        Assert.Equal(type, Assert.Single(Succeed(command)).TypeNames[0]);
        string name = command.Split('|')[^1].Trim().Split(' ')[0];
        Assert.Contains(type, Succeed($"(Get-Command {name}).OutputType | ForEach-Object Name").Select(output => output.BaseObject));
    }

    private void AssertSummary(PSObject summary, string? name, int errorDevices, int errorUsers, int successDevices, int successUsers)
    {
        Assert.Equal("RunSummary.DeviceScriptRunSummary", summary.BaseObject.GetType().FullName);
        Assert.Equal(
            (Demo.Shell, "Shell", name, Key),
            ((string?)Value(summary, "ScriptId"), $"{Value(summary, "ScriptType")}", (string?)Value(summary, "ScriptName"), (string?)Value(summary, "Id")));
        Assert.Equal(
            (errorDevices, errorUsers, successDevices, successUsers),
            ((int?)Value(summary, "ErrorDeviceCount"), (int?)Value(summary, "ErrorUserCount"), (int?)Value(summary, "SuccessDeviceCount"), (int?)Value(summary, "SuccessUserCount")));
    }
}
