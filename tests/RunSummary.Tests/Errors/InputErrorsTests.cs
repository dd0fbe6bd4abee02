using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Errors;

/// <summary>The rows that need no service: nothing is sent, and the target is the very object that was piped.</summary>
public sealed class InputErrorsTests : ErrorsTest
{
    public static TheoryData<string, ErrorCategory, string, string?, string> Rows => new()
    {
        { "ScriptTypeUnknown", ErrorCategory.InvalidArgument, "", Demo.Shell, "" },
        { "ScriptTypeUnknown", ErrorCategory.InvalidArgument, "Remediation", Demo.Shell, "" },
        { "ScriptTypeMismatch", ErrorCategory.InvalidArgument, "Shell", Demo.Shell, "-ScriptType PowerShell" },
        { "ScriptTypeNotSupported", ErrorCategory.InvalidType, "#microsoft.graph.deviceHealthScript", Demo.Shell, "" },
        { "ScriptTypeNotSupported", ErrorCategory.InvalidType, "#microsoft.graph.deviceComplianceScript", Demo.Shell, "-ScriptType Shell" },
        { "ScriptIdInvalid", ErrorCategory.InvalidArgument, "Shell", null, "" },
        { "ScriptIdInvalid", ErrorCategory.InvalidArgument, "Shell", "Portal", "" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_has_its_id_category_and_target_in_both_commands(string id, ErrorCategory category, string type, string? scriptId, string more)
    {
        AssertFails($"{Update} {more}", id, category, Input(type, scriptId));
        AssertFails($"{Get} {more}", id, category, Input(type, scriptId));
        Assert.Empty(Sent);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void So_it_is_for_dictionaries(string id, ErrorCategory category, string type, string? scriptId, string more)
    {
        foreach (IDictionary input in new IDictionary[] { new Hashtable(), new Dictionary<string, object?>(), new System.Collections.Specialized.OrderedDictionary() })
        {
            foreach (PSPropertyInfo property in Input(type, scriptId).Properties)
            {
                input[property.Name] = property.Value;
            }

            AssertFails($"{Update} {more}", id, category, PSObject.AsPSObject(input));
        }

        Assert.Empty(Sent);
    }

    [Theory]
    [InlineData(Update, "")]
    [InlineData(Update, "Remediation")]
    [InlineData(Update + " -ScriptType Shell", "Remediation")]
    public void A_family_that_is_not_known_gets_advice_that_serves_with_ScriptType_and_without(string command, string type)
    {
        ErrorRecord error = AssertFails(command, "ScriptTypeUnknown", ErrorCategory.InvalidArgument, Input(type, Demo.Shell));

        Assert.EndsWith("The families are PowerShell, Shell and CustomAttribute.", error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Pipe objects whose ScriptType or @odata.type names one", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NoCountsSupplied", ErrorCategory.InvalidArgument, "")]
    [InlineData("NoCountsSupplied", ErrorCategory.InvalidArgument, "  ")]
    [InlineData("CountInvalid", ErrorCategory.InvalidData, "many")]
    [InlineData("CountInvalid", ErrorCategory.InvalidData, -1)]
    public void Counts_that_can_not_be_written_have_theirs(string id, ErrorCategory category, object count)
    {
        PSObject input = Script();
        input.Properties.Add(new PSNoteProperty("SuccessDeviceCount", count));

        AssertSays(AssertFails("$in | Update-DeviceScriptRunSummary", id, category, input), "Shell script 'Portal'", Demo.Shell);
        Assert.Empty(Sent);
    }

    [Theory]
    [InlineData("no guid", "ScriptIdInvalid", "-ScriptType Shell")]
    [InlineData(Demo.Shell, "ScriptTypeUnknown", "")]
    public void Piped_text_is_the_target_itself(string text, string id, string more)
    {
        ErrorRecord error = FailAndGoOn($"$in | Get-DeviceScriptRunSummary {more}", text);

        Assert.Equal(id, Id(error));
        Assert.Equal(text, Target(error));
    }

    [Fact]
    public void An_id_given_by_parameter_is_the_target_itself() => Assert.Equal(
        Guid.Parse(Demo.Missing), Target(FailAndGoOn("Get-DeviceScriptRunSummary -ScriptType Shell -ScriptId $missing")));

    [Fact]
    public void Null_has_no_target() => Assert.Null(FailAndGoOn("$null | Get-DeviceScriptRunSummary").TargetObject);

    [Fact]
    public void A_failure_before_any_request_is_no_failed_request()
    {
        ErrorRecord error = FailAndGoOn(Get, Input("", Demo.Shell));

        Assert.Equal("RunSummary.RunSummaryException", error.Exception.GetType().FullName);
    }

    private static PSObject Input(string type, string? scriptId) => new()
    {
        Properties =
        {
            new PSNoteProperty(type.StartsWith('#') ? "@odata.type" : "ScriptType", type),
            new PSNoteProperty(scriptId is null ? "Other" : "ScriptId", scriptId),
        },
    };
}
