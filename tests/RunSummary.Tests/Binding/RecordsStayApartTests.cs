using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.Binding;

/// <summary>What one record has must never be sent for the next one that lacks it.</summary>
public sealed class RecordsStayApartTests : ConnectedTest
{
    private const string First = "ScriptType = 'Shell'; ScriptId = $shell; ErrorDeviceCount = 1; ErrorUserCount = '2'; SuccessDeviceCount = 3; SuccessUserCount = 4";
    private const string Second = "ScriptType = 'Shell'; ScriptId = $otherShell; SuccessUserCount = 9";

    [Theory]
    [InlineData("@{ " + First + " }, @{ " + Second + " }")]
    [InlineData("[pscustomobject]@{ " + First + " }, [pscustomobject]@{ " + Second + " }")]
    [InlineData("[pscustomobject]@{ " + First + " }, @{ " + Second + " }")]
    [InlineData("@{ " + First + " }, [pscustomobject]@{ " + Second + " }")]
    [InlineData("[pscustomobject]@{ " + First + " }, [pscustomobject]@{ " + Second + "; ErrorDeviceCount = ''; ErrorUserCount = $null; SuccessDeviceCount = ' ' }")]
    [InlineData("[pscustomobject]@{ " + First + " }, @{ '@odata.type' = '#microsoft.graph.deviceShellScript'; id = $otherShell; runSummary = @{ successUserCount = 9 } }")]
    [InlineData("@{ '@odata.type' = '#microsoft.graph.deviceShellScript'; id = $shell; runSummary = @{ errorDeviceCount = 1; errorUserCount = 2; successDeviceCount = 3; successUserCount = 4 } }, @{ " + Second + " }")]
    public void A_count_is_not_carried_over(string records)
    {
        Assert.Equal([Demo.Shell, Demo.OtherShell], Outcomes($"{records} | Update-DeviceScriptRunSummary"));

        Assert.Equal(["errorDeviceCount=1 errorUserCount=2 successDeviceCount=3 successUserCount=4", "successUserCount=9"], SentCounts);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ " + First + " }, [pscustomobject]@{ ScriptType = 'Shell'; ScriptId = $otherShell }")]
    [InlineData("[pscustomobject]@{ " + First + " }, @{ ScriptType = 'Shell'; ScriptId = $otherShell }")]
    [InlineData("[pscustomobject]@{ " + First + " }, (Get-DeviceScript 'Enable FileVault')")]
    public void A_record_without_counts_stays_without(string records) =>
        Assert.Equal([Demo.Shell, "NoCountsSupplied"], Outcomes($"{records} | Update-DeviceScriptRunSummary"));

    [Fact]
    public void A_wrong_count_is_not_carried_over() => Assert.Equal(
        ["CountInvalid", Demo.OtherShell, "NoCountsSupplied"],
        Outcomes("[pscustomobject]@{ ScriptType = 2; Id = $shell; ErrorUserCount = 'abc' }, [pscustomobject]@{ ScriptType = 2; Id = $otherShell; ErrorDeviceCount = 1 }, [pscustomobject]@{ ScriptType = 2; Id = $shell } | Update-DeviceScriptRunSummary"));

    [Fact]
    public void A_parameter_is_sent_for_each_and_an_object_keeps_its_own_others()
    {
        Outcomes("[pscustomobject]@{ ScriptType = 2; Id = $shell; ErrorUserCount = 1 }, [pscustomobject]@{ ScriptType = 2; Id = $otherShell } | Update-DeviceScriptRunSummary -SuccessUserCount 0");

        Assert.Equal(["errorUserCount=1 successUserCount=0", "successUserCount=0"], SentCounts);
    }

    [Fact]
    public void A_family_is_not_carried_over() => Assert.Equal(
        [Demo.Shell, "ScriptTypeUnknown", Demo.Attribute],
        Outcomes("[pscustomobject]@{ ScriptType = 'Shell'; Id = $shell }, [pscustomobject]@{ Id = $otherShell }, [pscustomobject]@{ ScriptType = 4; Id = $attribute } | Update-DeviceScriptRunSummary -ErrorUserCount 1"));

    [Fact]
    public void A_name_is_not_carried_over()
    {
        var summaries = Succeed("[pscustomobject]@{ ScriptType = 'Shell'; Id = $shell; DisplayName = 'A' }, [pscustomobject]@{ ScriptType = 'Shell'; Id = $otherShell } | Get-DeviceScriptRunSummary");

        Assert.Equal("A", Value(summaries[0], "ScriptName"));
        Assert.Null(Value(summaries[1], "ScriptName"));
    }
}
