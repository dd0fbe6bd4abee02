using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace RunSummary.Tests.Reports;

public sealed class JsonTests : ReportTest
{
    [Fact]
    public void It_has_the_totals_and_the_scripts_as_they_came()
    {
        using JsonDocument json = JsonDocument.Parse(Write(Three, "a.json"));
        JsonElement root = json.RootElement;

        Assert.InRange(root.GetProperty("time").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
        Assert.Equal(TimeSpan.Zero, root.GetProperty("time").GetDateTimeOffset().Offset);
        Assert.Equal($"{Service.TenantId}", root.GetProperty("tenantId").GetString());
        Assert.Equal(
            (1183, 7, 0.9941m, 1, 1),
            (root.GetProperty("successDeviceCount").GetInt32(), root.GetProperty("errorDeviceCount").GetInt32(), root.GetProperty("successShare").GetDecimal(), root.GetProperty("comparedCount").GetInt32(), root.GetProperty("driftedCount").GetInt32()));
        JsonElement scripts = root.GetProperty("scripts");
        Assert.Equal(3, scripts.GetArrayLength());
        Assert.Equal(
            """{"scriptType":"Shell","scriptId":"7a1c0011-5b1e-4c0a-9d61-2f6c0de50011","scriptName":"Portal","successDeviceCount":1180,"errorDeviceCount":4,"successUserCount":112,"errorUserCount":0,"successShare":0.9966}""",
            JsonSerializer.Serialize(scripts[0]));
        Assert.Equal(
            """{"scriptType":"CustomAttribute","scriptId":"7a1c0021-5b1e-4c0a-9d61-2f6c0de50021","scriptName":"Battery","successDeviceCount":0,"errorDeviceCount":2,"successUserCount":1,"errorUserCount":1,"successShare":0,"pending":0,"notApplicable":0,"unknown":0,"total":2,"recordedSuccessDeviceCount":2,"recordedSuccessUserCount":1,"recordedErrorUserCount":1,"hasDrift":true}""",
            JsonSerializer.Serialize(scripts[2]));
    }

    [Fact]
    public void The_share_is_1_where_nothing_failed_alone() => Assert.Equal(
        ["0.9999", "0.9999"],
        Regex.Matches(Write("@{ ScriptType = 2; ScriptId = $shell; SuccessDeviceCount = 99999; ErrorDeviceCount = 1 }", "a.json"), "\"successShare\": ([0-9.]+)").Select(match => match.Groups[1].Value));

    [Fact]
    public void Its_scripts_can_be_reported_on()
    {
        string json = Write(Three, "a.json");

        Assert.Equal(Write(Three, "a.csv"), Write("$in", "b.csv", "", Copies.FromJson(json)));
    }

    [Fact]
    public void There_is_no_byte_order_mark()
    {
        Write(Three, "a.json");

        Assert.Equal((byte)'{', File.ReadAllBytes(PathOf("a.json"))[0]);
    }
}
