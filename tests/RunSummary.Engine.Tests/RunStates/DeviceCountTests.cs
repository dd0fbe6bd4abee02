using System;
using System.Linq;
using RunSummary.Engine.Graph;
using RunSummary.Engine.RunStates;
using Xunit;
using static RunSummary.Engine.Tests.RunStates.PageBytes;

namespace RunSummary.Engine.Tests.RunStates;

public sealed class DeviceCountTests
{
    [Theory]
    [InlineData("\"success\"", "Success")]
    [InlineData("\"fail\"", "Error")]
    [InlineData("\"scriptError\"", "Error")]
    [InlineData("\"pending\"", "Pending")]
    [InlineData("\"notApplicable\"", "NotApplicable")]
    [InlineData("\"unknown\"", "Unknown")]
    [InlineData("\"unknownFutureValue\"", "Unknown")]
    [InlineData("\"Success \"", "Unknown")]
    [InlineData("\"successful\"", "Unknown")]
    [InlineData("\"\"", "Unknown")]
    [InlineData("null", "Unknown")]
    [InlineData("\"\\u0073uccess\"", "Success")]
    [InlineData("\"\\u00e9\\ud83d\\ude00\"", "Unknown")]
    public void Each_state_counts_as_what_it_is(string state, string expected)
    {
        DeviceStateCounts counts = Read<DeviceStateCounts>(Page(Device(state))).Items;

        (string Name, int Count)[] all =
        [
            ("Success", counts.Success), ("Error", counts.Error), ("Pending", counts.Pending), ("NotApplicable", counts.NotApplicable), ("Unknown", counts.Unknown),
        ];
        Assert.Equal([(expected, 1)], all.Where(one => one.Count != 0));
        Assert.Equal(1, counts.Total);
    }

    [Fact]
    public void A_state_that_is_absent_is_unknown()
    {
        DeviceStateCounts counts = Read<DeviceStateCounts>(Page("""{"id":"1"}""", "{}")).Items;

        Assert.Equal((2, 2), (counts.Unknown, counts.Total));
    }

    [Fact]
    public void One_that_is_absent_does_not_take_the_state_before_it()
    {
        DeviceStateCounts counts = Read<DeviceStateCounts>(Page(Device("\"success\""), "{}", Device("\"fail\""))).Items;

        Assert.Equal((1, 1, 1), (counts.Success, counts.Unknown, counts.Error));
    }

    [Theory]
    [InlineData(""" "resultMessage":"\"runState\":\"fail\"" """)]
    [InlineData(""" "resultMessage":"}],\"value\":[{\"runState\":\"fail\"}]}" """)]
    [InlineData(""" "resultMessage":"{\"value\":[{\"runState\":\"fail\"}]}" """)]
    [InlineData(""" "managedDevice":{"id":"2","runState":"fail"} """)]
    [InlineData(""" "managedDevice":{"value":[{"runState":"fail"},{"runState":"fail"}]} """)]
    [InlineData(""" "more":[{"runState":"fail"},["runState","fail"]] """)]
    [InlineData(""" "runstate":"fail","RUNSTATE":"fail","runStates":"fail","xrunState":"fail" """)]
    public void What_only_looks_like_a_state_is_none(string property)
    {
        DeviceStateCounts before = Read<DeviceStateCounts>(Page($$"""{{{property}},"runState":"success"}""")).Items;
        DeviceStateCounts after = Read<DeviceStateCounts>(Page($$"""{"runState":"success",{{property}}}""")).Items;

        Assert.Equal((1, 0, 1), (before.Success, before.Error, before.Total));
        Assert.Equal((1, 0, 1), (after.Success, after.Error, after.Total));
    }

    [Fact]
    public void Items_elsewhere_in_the_page_are_not_counted()
    {
        DeviceStateCounts counts = Read<DeviceStateCounts>(
            """{"@odata.context":{"value":[{"runState":"fail"}]},"other":[{"runState":"fail"}],"value":[{"runState":"success"}],"last":[{"runState":"fail"}]}""").Items;

        Assert.Equal((1, 1), (counts.Success, counts.Total));
    }

    [Theory]
    [InlineData("\"2026-03-01T10:00:00Z\"", "\"2026-03-02T10:00:00.1234567Z\"", "2026-03-02T10:00:00.1234567Z")]
    [InlineData("\"2026-03-02T10:00:00Z\"", "\"2026-03-01T10:00:00Z\"", "2026-03-02T10:00:00Z")]
    [InlineData("\"2026-03-02T10:00:00+02:00\"", "\"2026-03-02T09:00:00Z\"", "2026-03-02T09:00:00Z")]
    [InlineData("null", "\"2026-03-02T10:00:00Z\"", "2026-03-02T10:00:00Z")]
    [InlineData("\"0001-01-01T00:00:00Z\"", "null", null)]
    public void The_latest_state_is_the_newest_of_all(string first, string second, string? latest)
    {
        DeviceStateCounts counts = Read<DeviceStateCounts>(Page(
            Device("\"fail\"", $",\"lastStateUpdateDateTime\":{first}"), Device("\"fail\"", $",\"lastStateUpdateDateTime\":{second}"))).Items;

        Assert.Equal(latest is null ? null : DateTimeOffset.Parse(latest, null), counts.Latest);
    }

    [Theory]
    [InlineData("""{"runState":1}""", "runState")]
    [InlineData("""{"runState":true}""", "runState")]
    [InlineData("""{"runState":{}}""", "runState")]
    [InlineData("""{"runState":["success"]}""", "runState")]
    [InlineData("""{"lastStateUpdateDateTime":"yesterday"}""", "lastStateUpdateDateTime")]
    [InlineData("""{"lastStateUpdateDateTime":5}""", "lastStateUpdateDateTime")]
    [InlineData("5", "value")]
    [InlineData("[]", "value")]
    [InlineData("null", "value")]
    [InlineData("\"success\"", "value")]
    public void An_item_that_makes_no_sense_is_named(string item, string property)
    {
        AnswerException exception = Assert.Throws<AnswerException>(() => Read<DeviceStateCounts>(Page(Device("\"success\""), item)));

        Assert.Equal(AnswerException.Property(property).Message, exception.Message);
    }

    [Fact]
    public void Counts_of_pages_add_up()
    {
        DeviceStateCounts total = new();
        total.Add(Read<DeviceStateCounts>(Page(Device("\"success\"", ",\"lastStateUpdateDateTime\":\"2026-03-02T10:00:00Z\""), Device("\"pending\""))).Items);
        total.Add(Read<DeviceStateCounts>(Page(Device("\"success\"", ",\"lastStateUpdateDateTime\":\"2026-03-01T10:00:00Z\""), Device("\"fail\""), Device("\"notApplicable\""))).Items);
        total.Add(Read<DeviceStateCounts>(Page()).Items);

        Assert.Equal((2, 1, 1, 1, 0, 5), (total.Success, total.Error, total.Pending, total.NotApplicable, total.Unknown, total.Total));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), total.Latest);
    }
}
