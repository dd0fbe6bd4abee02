using System;
using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Binding;

public sealed class CountInvalidTests : ConnectedTest
{
    public static TheoryData<string, string> Values => new()
    {
        { "'1,5'", "'1,5'" },
        { "'1,000'", "'1,000'" },
        { "'1.5'", "'1.5'" },
        { "1.5", "'1.5'" },
        { "[decimal]1.5", "'1.5'" },
        { "-1", "'-1'" },
        { "'-1'", "'-1'" },
        { "2147483648", "'2147483648'" },
        { "'2147483648'", "'2147483648'" },
        { "[uint64]::MaxValue", "'18446744073709551615'" },
        { "'99999999999999999999999999999999'", "'99999999999999999999999999999999'" },
        { "1e300", "'1E+300'" },
        { "'abc'", "'abc'" },
        { "'1e3'", "'1e3'" },
        { "'0x10'", "'0x10'" },
        { "'12 devices'", "'12 devices'" },
        { "'1 000'", "'1 000'" },
        { "'(1)'", "'(1)'" },
        { "$true", "'True'" },
        { "[double]::NaN", "'NaN'" },
        { "[double]::PositiveInfinity", "'Infinity'" },
        { "@(1, 2)", "ErrorUserCount" },
        { "@{ a = 1 }", "ErrorUserCount" },
        { "[datetime]'2025-01-01'", "2025" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Each_is_refused_with_its_name_and_value_and_the_others_go_on(string value, string words)
    {
        AssertRefusedAlone("", value, words);
        AssertRefusedAlone("[pscustomobject]", value, words);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void So_is_one_under_the_expanded_run_summary(string value, string words)
    {
        ErrorRecord error = Fail($"@{{ ScriptType = 'Shell'; Id = $shell; SuccessUserCount = 1; runSummary = @{{ errorUserCount = {value} }} }} | Update-DeviceScriptRunSummary");

        AssertInvalid(error, words);
        Assert.Empty(Sent);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void So_is_one_given_by_parameter(string value, string words)
    {
        AssertInvalid(Fail($"Update-DeviceScriptRunSummary -ScriptType Shell -ScriptId $shell -ErrorUserCount ({value})"), words);
        Assert.Equal(
            ["CountInvalid", "CountInvalid"],
            Outcomes($"@{{ ScriptType = 'Shell'; Id = $shell; ErrorUserCount = 5 }}, @{{ ScriptType = 'Shell'; Id = $shell }} | Update-DeviceScriptRunSummary -ErrorUserCount ({value})"));
        Assert.Empty(Sent);
    }

    [Theory]
    [InlineData("ErrorDeviceCount")]
    [InlineData("ErrorUserCount")]
    [InlineData("SuccessDeviceCount")]
    [InlineData("SuccessUserCount")]
    public void The_message_names_the_property(string name)
    {
        ErrorRecord error = Fail($"@{{ ScriptType = 'Shell'; Id = $shell; {name} = 'many' }} | Update-DeviceScriptRunSummary");

        Assert.Contains($"{name} is 'many'", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(Demo.Shell, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_hides_a_value_of_the_object_that_is_no_count()
    {
        AssertSends("@{ ScriptType = 'Shell'; Id = $shell; ErrorUserCount = 'abc' } | Update-DeviceScriptRunSummary -ErrorUserCount 2", Demo.ShellSummary, "errorUserCount=2");
        AssertSends("[pscustomobject]@{ ScriptType = 'Shell'; Id = $shell; ErrorUserCount = 'abc' } | Update-DeviceScriptRunSummary -ErrorUserCount 2", Demo.ShellSummary, "errorUserCount=2");
    }

    [Fact]
    public void One_wrong_count_keeps_the_right_ones_of_its_object_from_being_sent()
    {
        Fail("@{ ScriptType = 'Shell'; Id = $shell; ErrorDeviceCount = 1; ErrorUserCount = 2; SuccessDeviceCount = 3; SuccessUserCount = 'abc' } | Update-DeviceScriptRunSummary");

        Assert.Empty(Sent);
        Assert.Equal(4, Service.Scripts.Summary(Guid.Parse(Demo.Shell))!.Counts.ErrorDevices);
    }

    private static void AssertInvalid(ErrorRecord error, string words)
    {
        AssertError(error, "CountInvalid", ErrorCategory.InvalidData);
        Assert.Contains("ErrorUserCount is ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
    }

    private void AssertRefusedAlone(string cast, string value, string words)
    {
        Service.Requests.Clear();
        string before = "@{ ScriptType = 'PowerShell'; Id = $windows; ErrorUserCount = 1 }";
        string wrong = $"{cast}@{{ ScriptType = 'Shell'; Id = $shell; ErrorUserCount = {value} }}";
        string after = "@{ ScriptType = 'CustomAttribute'; Id = $attribute; ErrorUserCount = 2 }";
        var result = Invoke($"({before}), ({wrong}), ({after}) | Update-DeviceScriptRunSummary");

        AssertInvalid(Assert.Single(result.AllErrors), words);
        Assert.Equal([$"PATCH {Demo.WindowsSummary}", $"PATCH {Demo.AttributeSummary}"], Sent);
        Assert.Equal(["errorUserCount=1", "errorUserCount=2"], SentCounts);
    }
}
