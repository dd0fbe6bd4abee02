using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using RunSummary.Engine.Graph;
using RunSummary.Engine.RunStates;
using Xunit;
using static RunSummary.Engine.Tests.RunStates.PageBytes;

namespace RunSummary.Engine.Tests.RunStates;

/// <summary>However the bytes of a page are cut, they come to the same.</summary>
public sealed class SplitTests
{
    private const string Devices =
        """
        { "@odata.context" : "https://graph.microsoft.com/v1.0/$metadata#x", "@odata.nextLink":"https://graph.microsoft.com/v1.0/x?$skiptoken=a\u0042",
          "value": [ {"id":"1","runState":"success","lastStateUpdateDateTime":"2026-03-02T10:00:00Z"},
            {"runState":"\u0066ail","resultMessage":"\"runState\":\"success\" \\ é 😀 }]","managedDevice":{"runState":"pending","list":[1,[2,{}]]}},
            {"runState":"scriptError"},{"runState":"pending","lastStateUpdateDateTime":null},{"runState":"notApplicable"},{"runState":"later"},{"runState":null},{} ],
          "after": {"value":[{"runState":"success"}]} }
        """;

    private const string Users =
        """
        {"value":[{"userPrincipalName":"ada@contoso.com","successDeviceCount":12,"errorDeviceCount":0},{"errorDeviceCount":1,"successDeviceCount":100},
        {"successDeviceCount":0,"errorDeviceCount":0},{}],"@odata.nextLink":null}
        """;

    [Fact]
    public void Cut_at_any_one_place()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Devices);

        Assert.All(Enumerable.Range(0, bytes.Length + 1), cut => AssertDevices(Read<DeviceStateCounts>(bytes, [cut])));
    }

    [Fact]
    public void Byte_by_byte()
    {
        byte[] devices = Encoding.UTF8.GetBytes(Devices);
        byte[] users = Encoding.UTF8.GetBytes(Users);

        AssertDevices(Read<DeviceStateCounts>(devices, Enumerable.Range(0, devices.Length)));
        AssertUsers(Read<UserStateCounts>(users, Enumerable.Range(0, users.Length)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Cut_at_any_places(int seed)
    {
        Random random = new(seed);
        byte[] devices = Encoding.UTF8.GetBytes(Devices);
        byte[] users = Encoding.UTF8.GetBytes(Users);

        for (int round = 0; round < 2_000; round++)
        {
            AssertDevices(Read<DeviceStateCounts>(devices, Cuts(devices.Length)));
            AssertUsers(Read<UserStateCounts>(users, Cuts(users.Length)));
        }

        IEnumerable<int> Cuts(int length) => [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(length + 1))];
    }

    [Fact]
    public void A_page_that_ends_early_is_never_taken_for_a_whole_one()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Devices.TrimEnd());

        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Throws<AnswerException>(() => Read<DeviceStateCounts>(bytes[..length], [])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("<html></html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""{"value":null}""")]
    [InlineData("""{"value":{}}""")]
    [InlineData("""{"value":{"runState":"success"}}""")]
    [InlineData("""{"value":5}""")]
    [InlineData("""{"value":[],"value":[{"runState":"success"}]}""")]
    [InlineData("""{"value":[],"@odata.nextLink":{}}""")]
    [InlineData("""{"value":[],"@odata.nextLink":["https://graph.microsoft.com"]}""")]
    [InlineData("""{"value":[]} x""")]
    [InlineData("""{"value":[]}{"value":[]}""")]
    [InlineData("""{"value":[],"@odata.nextLink":"\ud800"}""")]
    [InlineData("""{"value":[{"runState":"\ud800"}]}""")]
    public void What_is_no_page_of_items_makes_no_sense(string body) =>
        Assert.Throws<AnswerException>(() => Read<DeviceStateCounts>(body));

    [Fact]
    public void Bytes_that_are_no_UTF8_end_in_a_count_or_in_no_sense()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Devices);
        Random random = new(5);
        for (int round = 0; round < 5_000; round++)
        {
            byte[] broken = [.. bytes];
            broken[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                Assert.InRange(Read<DeviceStateCounts>(broken, [random.Next(bytes.Length)]).Items.Total, 0, 8);
            }
            catch (AnswerException)
            {
                // It says so.
            }
        }
    }

    private static void AssertDevices(StreamedPage<DeviceStateCounts> page)
    {
        DeviceStateCounts counts = page.Items;
        Assert.Equal((1, 2, 1, 1, 3, 8), (counts.Success, counts.Error, counts.Pending, counts.NotApplicable, counts.Unknown, counts.Total));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), counts.Latest);
        Assert.Equal("https://graph.microsoft.com/v1.0/x?$skiptoken=aB", page.NextLink);
    }

    private static void AssertUsers(StreamedPage<UserStateCounts> page)
    {
        Assert.Equal((1, 1), (page.Items.Success, page.Items.Error));
        Assert.Null(page.NextLink);
    }
}
