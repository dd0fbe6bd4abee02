using System.IO;
using System.Linq;
using Xunit;

namespace RunSummary.Tests.Reports;

public sealed class CsvTests : ReportTest
{
    private const string ShellId = "7a1c0011-5b1e-4c0a-9d61-2f6c0de50011";

    [Fact]
    public void What_was_recorded_has_the_counts_alone() => Assert.Equal(
        $"ScriptType,ScriptId,ScriptName,SuccessDeviceCount,ErrorDeviceCount,SuccessUserCount,ErrorUserCount,SuccessShare\r\nShell,{ShellId},Portal,3,1,,0,0.75\r\n",
        Write("@{ ScriptType = 2; ScriptId = $shell; ScriptName = 'Portal'; SuccessDeviceCount = 3; ErrorDeviceCount = 1; ErrorUserCount = 0 }", "a.csv"));

    [Fact]
    public void What_was_measured_and_compared_has_columns_of_its_own() => Assert.Equal(
        """"
        ScriptType,ScriptId,ScriptName,SuccessDeviceCount,ErrorDeviceCount,SuccessUserCount,ErrorUserCount,SuccessShare,Pending,NotApplicable,Unknown,Total,LatestState,RecordedSuccessDeviceCount,RecordedErrorDeviceCount,RecordedSuccessUserCount,RecordedErrorUserCount,SuccessDeviceCountDifference,ErrorDeviceCountDifference,SuccessUserCountDifference,ErrorUserCountDifference,HasDrift
        Shell,7a1c0011-5b1e-4c0a-9d61-2f6c0de50011,Portal,1180,4,112,0,0.9966,,,,,,,,,,,,,,
        PowerShell,7a1c0001-5b1e-4c0a-9d61-2f6c0de50001,"BitLocker, ""strict""",3,1,,,0.75,5,6,7,22,2026-03-02T10:15:30.0000000Z,,,,,,,,,
        CustomAttribute,7a1c0021-5b1e-4c0a-9d61-2f6c0de50021,Battery,0,2,1,1,0,0,0,0,2,,2,,1,1,-2,,0,0,True

        """",
        Write(Three, "a.csv").ReplaceLineEndings("\n"));

    [Fact]
    public void The_share_is_1_where_nothing_failed_alone() => Assert.Equal(
        ["SuccessShare", "0.9999", "1", ""],
        Write("@{ ScriptType = 2; ScriptId = $shell; SuccessDeviceCount = 99999; ErrorDeviceCount = 1 }, @{ ScriptType = 2; ScriptId = $shell; SuccessDeviceCount = 99999 }, @{ ScriptType = 2; ScriptId = $shell; ErrorUserCount = 1 }", "a.csv")
            .TrimEnd().Split("\r\n").Select(line => line.Split(',')[7]));

    [Fact]
    public void Excel_is_told_that_it_is_UTF8()
    {
        Write("@{ ScriptType = 2; ScriptId = $shell; ScriptName = 'Größe'; ErrorDeviceCount = 1 }", "a.csv");

        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(PathOf("a.csv")).Take(3));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "'=HYPERLINK(\"x\",\"y\")")]
    [InlineData("a=1", "a=1")]
    [InlineData("'quoted", "'quoted")]
    public void A_name_is_no_formula(string name, string expected)
    {
        Succeed($"@{{ ScriptType = 2; ScriptId = $shell; ScriptName = $in; ErrorDeviceCount = 1 }} | {Export} $folder/a.csv", name);

        Assert.Equal(expected, Value(Assert.Single(Copies.FromCsv(File.ReadAllText(PathOf("a.csv")))), "ScriptName"));
    }

    [Fact]
    public void A_report_can_be_reported_on()
    {
        string first = Write(Three, "a.csv");

        Assert.Equal(first, Write("$in", "b.csv", "", Copies.FromCsv(first)));
    }
}
