using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Microsoft.Graph.PowerShell.Models;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Binding;

public sealed class MixedPipelineTests : ConnectedTest
{
    private const string Mix =
        """
        $type = '#microsoft.graph.deviceShellScript'
        $dictionary = [System.Collections.Generic.Dictionary[string, object]]::new()
        $dictionary.Add('ScriptType', 'PowerShell')
        $dictionary.Add('Id', $windows)
        & {
            Get-DeviceScript 'Set BitLocker policy'
            @{ '@odata.type' = $type; id = $shell }
            $in
            [pscustomobject]@{ ScriptType = '4'; ScriptId = $attribute; ErrorDeviceCount = '' }
            @{ '@odata.type' = '#microsoft.graph.deviceHealthScript'; id = $shell }
            Get-DeviceScriptRunSummary -ScriptType CustomAttribute -ScriptId $attribute
            $null
            [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-DeviceScript 'Enable FileVault')))
            [ordered]@{ ScriptType = 'Shell'; Id = $missing }
            $dictionary
            [pscustomobject]@{ ScriptType = [long]2; ScriptId = $shell }
        }
        """;

    private static readonly string[] Expected =
    [
        Demo.Windows, Demo.Shell, Demo.Shell, Demo.Attribute, "ScriptTypeNotSupported", Demo.Attribute, "ScriptTypeUnknown",
        Demo.OtherShell, "ScriptNotFound", Demo.Windows, Demo.Shell,
    ];

    [Theory]
    [InlineData("Get-DeviceScriptRunSummary")]
    [InlineData("Update-DeviceScriptRunSummary -SuccessDeviceCount 5")]
    public void Objects_of_every_origin_have_one_outcome_each_in_their_order(string command) =>
        Assert.Equal(Expected, Outcomes($"{Mix} | {command}", new MicrosoftGraphDeviceShellScript { Id = Demo.Shell }));

    [Theory]
    [InlineData("Get-DeviceScriptRunSummary")]
    [InlineData("Update-DeviceScriptRunSummary -SuccessDeviceCount 5")]
    public void The_order_does_not_matter_to_what_each_object_is_taken_for(string command)
    {
        IReadOnlyList<PSObject> mix = Succeed(Mix, new MicrosoftGraphDeviceShellScript { Id = Demo.Shell });
        object?[] reversed = [.. mix.Reverse()];

        Assert.Equal(Expected.Reverse(), Outcomes($"$in | {command}", reversed));
    }

    [Fact]
    public void Every_script_of_the_tenant_can_be_read_and_written_back()
    {
        Assert.Equal(
            Service.Scripts.All.OrderBy(script => script.Family).Select(script => script.Id.ToString()),
            Succeed("Get-DeviceScript | Get-DeviceScriptRunSummary | Update-DeviceScriptRunSummary").Select(summary => Value(summary, "ScriptId")));
    }
}
