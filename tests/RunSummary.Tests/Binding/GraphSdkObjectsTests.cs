using System.Management.Automation;
using Microsoft.Graph.PowerShell.Models;
using RunSummary.Tests.Commands;
using Xunit;
using Beta = Microsoft.Graph.Beta.PowerShell.Models;

namespace RunSummary.Tests.Binding;

public sealed class GraphSdkObjectsTests : ShapeTest
{
    public static TheoryData<MicrosoftGraphModel, string> Supported => new()
    {
        { new MicrosoftGraphDeviceManagementScript { Id = Demo.Windows }, Demo.WindowsSummary },
        { new MicrosoftGraphDeviceShellScript { Id = Demo.Shell }, Demo.ShellSummary },
        { new MicrosoftGraphDeviceCustomAttributeShellScript { Id = Demo.Attribute }, Demo.AttributeSummary },
        { new Beta.MicrosoftGraphDeviceManagementScript { Id = Demo.Windows }, Demo.WindowsSummary },
        { new Beta.MicrosoftGraphDeviceShellScript { Id = Demo.Shell }, Demo.ShellSummary },
        { new Beta.MicrosoftGraphDeviceCustomAttributeShellScript { Id = Demo.Attribute }, Demo.AttributeSummary },
    };

    public static TheoryData<MicrosoftGraphModel> NotSupported => new()
    {
        new MicrosoftGraphDeviceHealthScript { Id = Demo.Shell },
        new MicrosoftGraphDeviceComplianceScript { Id = Demo.Shell },
        new MicrosoftGraphEntity { Id = Demo.Shell },
        new Beta.MicrosoftGraphDeviceHealthScript { Id = Demo.Shell },
        new MicrosoftGraphDeviceShellScript { Id = Demo.Shell, AdditionalProperties = { ["@odata.type"] = "#microsoft.graph.deviceHealthScript" } },
    };

    [Theory]
    [MemberData(nameof(Supported), DisableDiscoveryEnumeration = true)]
    public void Scripts_of_the_SDK_are_known_by_their_type(MicrosoftGraphModel script, string address) =>
        AssertNames("$in", address, input: script);

    [Theory]
    [MemberData(nameof(Supported), DisableDiscoveryEnumeration = true)]
    public void So_are_copies_from_another_process(MicrosoftGraphModel script, string address) => AssertNames(
        "[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($in))", address, input: script);

    [Theory]
    [InlineData("MicrosoftGraphDeviceShellScript", true)]
    [InlineData("MicrosoftGraphDeviceHealthScript", false)]
    public void What_was_selected_of_them_is_known_by_it_too(string typeName, bool isSupported)
    {
        PSObject selected = Succeed("[pscustomobject]@{ Id = $shell }")[0];
        selected.TypeNames.Insert(0, $"Selected.Microsoft.Graph.PowerShell.Models.{typeName}");

        if (isSupported)
        {
            AssertNames("$in", Demo.ShellSummary, input: selected);
        }
        else
        {
            AssertRefused("$in", "ScriptTypeNotSupported", ErrorCategory.InvalidType, "-ScriptType Shell", selected);
        }
    }

    [Theory]
    [MemberData(nameof(NotSupported), DisableDiscoveryEnumeration = true)]
    public void Other_types_of_the_SDK_are_refused(MicrosoftGraphModel script)
    {
        AssertRefused("$in", "ScriptTypeNotSupported", ErrorCategory.InvalidType, input: script);
        AssertRefused("$in", "ScriptTypeNotSupported", ErrorCategory.InvalidType, "-ScriptType Shell", input: script);
    }

    [Theory]
    [InlineData("#microsoft.graph.deviceShellScript")]
    [InlineData("microsoft.graph.deviceShellScript")]
    [InlineData("#Microsoft.Graph.DeviceShellScript")]
    public void The_type_among_the_additional_properties_is_honoured(string type) => AssertNames(
        "$in", Demo.ShellSummary, input: new MicrosoftGraphEntity { Id = Demo.Shell, AdditionalProperties = { ["@odata.type"] = type } });

    [Fact]
    public void Additional_properties_of_a_copy_are_honoured() => AssertNames(
        "[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($in))",
        Demo.ShellSummary,
        input: new MicrosoftGraphEntity { Id = Demo.Shell, AdditionalProperties = { ["@odata.type"] = "#microsoft.graph.deviceShellScript" } });

    [Fact]
    public void Another_family_than_the_parameter_says_is_refused() => AssertRefused(
        "$in", "ScriptTypeMismatch", ErrorCategory.InvalidArgument, "-ScriptType PowerShell", new MicrosoftGraphDeviceShellScript { Id = Demo.Shell });

    [Fact]
    public void Counts_come_from_the_expanded_run_summary() => AssertSends(
        "$in | Update-DeviceScriptRunSummary",
        Demo.ShellSummary,
        "errorDeviceCount=0 successDeviceCount=31",
        new MicrosoftGraphDeviceShellScript { Id = Demo.Shell, RunSummary = new() { Id = "x", ErrorDeviceCount = 0, SuccessDeviceCount = 31 } });

    [Fact]
    public void A_run_summary_that_was_not_expanded_has_no_counts() => AssertError(
        Fail("$in | Update-DeviceScriptRunSummary", new MicrosoftGraphDeviceShellScript { Id = Demo.Shell }), "NoCountsSupplied", ErrorCategory.InvalidArgument);

    [Fact]
    public void The_name_is_carried_over()
    {
        MicrosoftGraphDeviceShellScript script = new() { Id = Demo.Shell, DisplayName = "Portal" };

        Assert.Equal("Portal", Value(Assert.Single(Succeed("$in | Update-DeviceScriptRunSummary -ErrorUserCount 1", script)), "ScriptName"));
    }

    [Fact]
    public void An_id_that_is_missing_is_refused() => AssertRefused(
        "$in", "ScriptIdInvalid", ErrorCategory.InvalidArgument, input: new MicrosoftGraphDeviceShellScript { DisplayName = "No id" });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_id_of_a_run_summary_is_never_taken(bool isBeta) => AssertRefused(
        "$in",
        "ScriptIdInvalid",
        ErrorCategory.InvalidArgument,
        "-ScriptType Shell",
        isBeta
            ? new Beta.MicrosoftGraphDeviceManagementScriptRunSummary { Id = Demo.Shell, ErrorDeviceCount = 1 }
            : new MicrosoftGraphDeviceManagementScriptRunSummary { Id = Demo.Shell, ErrorDeviceCount = 1 });
}
