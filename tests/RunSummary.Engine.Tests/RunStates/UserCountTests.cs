using RunSummary.Engine.Graph;
using RunSummary.Engine.RunStates;
using Xunit;
using static RunSummary.Engine.Tests.RunStates.PageBytes;

namespace RunSummary.Engine.Tests.RunStates;

public sealed class UserCountTests
{
    [Theory]
    [InlineData("""{"successDeviceCount":1,"errorDeviceCount":0}""", 1, 0)]
    [InlineData("""{"successDeviceCount":0,"errorDeviceCount":1}""", 0, 1)]
    [InlineData("""{"successDeviceCount":7,"errorDeviceCount":1}""", 0, 1)]
    [InlineData("""{"errorDeviceCount":1,"successDeviceCount":7}""", 0, 1)]
    [InlineData("""{"successDeviceCount":0,"errorDeviceCount":0}""", 0, 0)]
    [InlineData("""{"successDeviceCount":2147483647,"errorDeviceCount":null}""", 1, 0)]
    [InlineData("""{"successDeviceCount":null,"errorDeviceCount":2}""", 0, 1)]
    [InlineData("""{"successDeviceCount":3}""", 1, 0)]
    [InlineData("""{"errorDeviceCount":3}""", 0, 1)]
    [InlineData("{}", 0, 0)]
    [InlineData("""{"successDeviceCount":-1,"errorDeviceCount":-1}""", 0, 0)]
    public void An_error_on_any_device_makes_a_user_an_error_and_a_success_without_one_a_success(string user, int success, int error)
    {
        UserStateCounts counts = Read<UserStateCounts>(Page(user, "{}")).Items;

        Assert.Equal((success, error), (counts.Success, counts.Error));
    }

    [Fact]
    public void Each_user_counts_once_and_alone()
    {
        UserStateCounts total = new();
        total.Add(Read<UserStateCounts>(Page("""{"errorDeviceCount":3}""", """{"successDeviceCount":3}""")).Items);
        total.Add(Read<UserStateCounts>(Page("""{"successDeviceCount":1,"userPrincipalName":"errorDeviceCount"}""")).Items);

        Assert.Equal((2, 1), (total.Success, total.Error));
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("1.5")]
    [InlineData("2147483648")]
    [InlineData("{}")]
    public void A_count_that_is_none_is_named(string count)
    {
        AnswerException exception = Assert.Throws<AnswerException>(() => Read<UserStateCounts>(Page($$"""{"errorDeviceCount":{{count}}}""")));

        Assert.Equal(AnswerException.Property("errorDeviceCount").Message, exception.Message);
    }
}
