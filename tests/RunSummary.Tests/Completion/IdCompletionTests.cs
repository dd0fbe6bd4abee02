using System;
using System.Linq;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Completion;

public sealed class IdCompletionTests : CompletionTest
{
    [Theory]
    [InlineData("Get-DeviceScript -ScriptId install", Demo.Shell)]
    [InlineData("Get-DeviceScript -ScriptId 7A1C0011", Demo.Shell)]
    [InlineData("Get-DeviceScript -ScriptId *drives", "7a1c0003-5b1e-4c0a-9d61-2f6c0de50003")]
    [InlineData("Get-DeviceScript -ScriptType Shell -ScriptId 7a1c", Demo.OtherShell + "|" + Demo.Shell + "|7a1c0013-5b1e-4c0a-9d61-2f6c0de50013")]
    [InlineData("Update-DeviceScriptRunSummary -ScriptType PowerShell -ScriptId set", Demo.Windows)]
    [InlineData("Get-DeviceScriptRunSummary -ScriptType CustomAttribute -ScriptId Bat", Demo.Attribute)]
    [InlineData("Measure-DeviceScriptRunSummary -ScriptType CustomAttribute -DeviceCustomAttributeShellScriptId Bat", Demo.Attribute)]
    [InlineData("Get-DeviceScriptRunState -ScriptType Shell -ScriptId nothing", "")]
    public void Ids_are_offered_by_their_own_beginning_or_that_of_the_name(string line, string expected) =>
        AssertOffers(line, expected.Split('|', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("Get-DeviceScript -DeviceShellScriptId set", "7a1c0013-5b1e-4c0a-9d61-2f6c0de50013")]
    [InlineData("Get-DeviceScript -DeviceManagementScriptId set", Demo.Windows)]
    [InlineData("Get-DeviceScript -Verbose -DeviceS set", "7a1c0013-5b1e-4c0a-9d61-2f6c0de50013")]
    [InlineData("Update-DeviceScriptRunSummary -ScriptType Shell -DeviceShellScriptId set", "7a1c0013-5b1e-4c0a-9d61-2f6c0de50013")]
    [InlineData("Update-DeviceScriptRunSummary -ScriptType Shell -DeviceManagementScriptId set", "")]
    [InlineData("Get-DeviceScript -Debug -ScriptId set", Demo.Windows + "|7a1c0013-5b1e-4c0a-9d61-2f6c0de50013")]
    public void A_name_of_the_Graph_SDK_offers_the_ids_of_its_family(string line, string expected) =>
        AssertOffers(line, expected.Split('|', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void A_name_in_brackets_is_found_by_its_beginning()
    {
        Guid id = Guid.NewGuid();
        Service.Scripts.Add(ScriptFamily.Shell, "[Pilot] Wallpaper", id: id);

        AssertOffers("Get-DeviceScript -ScriptId '[P", $"{id}");
    }

    [Fact]
    public void Names_are_shown()
    {
        AssertOffers("Get-DeviceScript -ScriptId install", Demo.Shell);

        var offered = Assert.Single(Results("Get-DeviceScript -ScriptId install"));
        Assert.Equal(("Install Company Portal", "Shell: Install Company Portal"), (offered.ListItemText, offered.ToolTip));
    }

    [Fact]
    public void A_script_without_a_name_shows_its_id()
    {
        Guid id = Guid.NewGuid();
        Service.Scripts.Add(ScriptFamily.Shell, "", id: id);

        AssertOffers($"Get-DeviceScript -ScriptId {id}", $"{id}");
    }

    [Fact]
    public void A_service_that_fails_offers_nothing_and_says_nothing()
    {
        Service.Faults.On("*", "").Status(500, "Broken", "No.");

        AssertSilent("Get-DeviceScript -ScriptId install");
    }

    [Theory]
    [InlineData("DeviceManagementScriptId", "PowerShell", Demo.Windows)]
    [InlineData("DeviceShellScriptId", "Shell", Demo.Shell)]
    [InlineData("DeviceCustomAttributeShellScriptId", "CustomAttribute", Demo.Attribute)]
    public void The_names_of_the_Graph_SDK_work_as_well(string name, string type, string id)
    {
        Assert.Equal(id, Value(Assert.Single(Succeed($"Get-DeviceScript -{name} {id}")), "ScriptId"));
        Assert.Equal(id, Value(Assert.Single(Succeed($"Get-DeviceScriptRunSummary -ScriptType {type} -{name} {id}")), "ScriptId"));
        Assert.Equal(id, Value(Assert.Single(Succeed($"[pscustomobject]@{{ {name} = '{id}' }} | Get-DeviceScript")), "ScriptId"));
    }

    [Fact]
    public void No_alias_takes_the_key_of_a_run_summary_for_an_id_of_a_script()
    {
        Guid key = Service.Scripts.Summary(Guid.Parse(Demo.Shell))!.Id;
        var error = FailAndGoOn("[pscustomobject]@{ '@odata.type' = '#microsoft.graph.deviceManagementScriptRunSummary'; Id = $in } | Update-DeviceScriptRunSummary -ScriptType Shell -ErrorUserCount 1", key);

        AssertError(error, "ScriptIdInvalid", System.Management.Automation.ErrorCategory.InvalidArgument);
        Assert.DoesNotContain("Id", Succeed("(Get-Command -Module RunSummary).Parameters.Values | ForEach-Object { $_.Aliases }").Select(alias => $"{alias}"));
    }

    [Theory]
    [InlineData("Connect-RunSummary -Environment ", "Global|USGov|USGovDoD|China")]
    [InlineData("Get-DeviceScript -ScriptType ", "PowerShell|Shell|CustomAttribute")]
    [InlineData("Connect-RunSummary -TokenCache ", "Process|CurrentUser")]
    [InlineData("Get-DeviceScriptRunState -Kind ", "Device|User")]
    [InlineData("Connect-RunSummary -ApiVersion ", "v1.0|beta")]
    public void Closed_sets_are_offered(string line, string expected) =>
        Assert.Equal(expected.Split('|').Order(StringComparer.Ordinal), Complete(line).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Connect-RunSummary -Identity", "ClientId IdentityResourceId", "TenantId LoginHint AccessToken UseDeviceCode TokenCache CertificatePath")]
    [InlineData("Connect-RunSummary -UseDeviceCode", "TenantId Scopes TokenCache", "LoginHint TimeoutSeconds Identity AccessToken ClientSecretCredential")]
    [InlineData("Connect-RunSummary -AccessToken x", "GraphEndpoint PassThru", "TenantId ClientId Scopes TokenCache Identity")]
    [InlineData("Connect-RunSummary -CertificateThumbprint x", "TenantId SendCertificateChain", "CertificatePath CertificatePassword Scopes Identity")]
    [InlineData("Get-DeviceScript -ScriptId x", "ScriptType", "Name PartitionIndex PartitionCount")]
    [InlineData("Get-DeviceScript -Name x", "PartitionIndex", "ScriptId")]
    [InlineData("Update-DeviceScriptRunSummary -ScriptId x", "SuccessDeviceCount ScriptType", "InputObject")]
    [InlineData("Measure-DeviceScriptRunSummary -InputObject x", "ThrottleLimit", "ScriptId")]
    public void Only_what_goes_with_the_rest_is_offered(string line, string fits, string doesNot)
    {
        string[] offered = [.. Succeed("(TabExpansion2 -inputScript $in -cursorColumn $in.Length).CompletionMatches | ForEach-Object ListItemText", line + " -").Select(name => $"{name}")];

        Assert.All(fits.Split(' '), name => Assert.Contains(name, offered));
        Assert.All(doesNot.Split(' '), name => Assert.DoesNotContain(name, offered));
    }
}
