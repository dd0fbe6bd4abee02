using System;
using System.Globalization;
using System.Net.Http;
using RunSummary.Engine.Graph;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class RetryAfterTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("120", 120)]
    public void Seconds_are_read(string value, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Read(value));

    [Fact]
    public void A_date_is_read_against_the_date_of_the_answer() =>
        Assert.Equal(TimeSpan.FromSeconds(90), Read("Mon, 02 Mar 2026 10:01:30 GMT", "Mon, 02 Mar 2026 10:00:00 GMT"));

    [Theory]
    [InlineData("Wed, 21 Oct 2015 08:28:00 GMT", "Wed, 21 Oct 2015 07:28:00 GMT")]
    [InlineData("Thu, 21 Oct 2049 08:28:00 GMT", "Thu, 21 Oct 2049 07:28:00 GMT")]
    public void Our_own_clock_may_be_wrong_by_years(string retryAfter, string date) =>
        Assert.Equal(TimeSpan.FromHours(1), Read(retryAfter, date));

    [Fact]
    public void A_date_more_than_a_minute_away_keeps_its_minutes() =>
        Assert.Equal(TimeSpan.FromSeconds(185), Read("Mon, 02 Mar 2026 10:03:05 GMT", "Mon, 02 Mar 2026 10:00:00 GMT"));

    [Fact]
    public void A_date_in_the_past_is_no_wait() =>
        Assert.Equal(TimeSpan.Zero, Read("Mon, 02 Mar 2026 09:59:00 GMT", "Mon, 02 Mar 2026 10:00:00 GMT"));

    [Fact]
    public void A_date_without_a_date_of_the_answer_is_read_against_our_clock()
    {
        TimeSpan? wait = Read(DateTimeOffset.UtcNow.AddMinutes(10).ToString("R", CultureInfo.InvariantCulture));

        Assert.InRange(wait!.Value, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void A_date_in_the_past_without_a_date_of_the_answer_is_no_wait() =>
        Assert.Equal(TimeSpan.Zero, Read("Wed, 21 Oct 2015 07:28:00 GMT"));

    [Fact]
    public void Without_the_header_nothing_is_asked_for() => Assert.Null(Read(null));

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("")]
    public void What_is_neither_seconds_nor_a_date_asks_for_nothing(string value) => Assert.Null(Read(value));

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("1.5", 1.5)]
    public void Nested_seconds_are_read(string text, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Parse(text, now: null));

    [Fact]
    public void A_nested_date_is_read_against_our_clock()
    {
        TimeSpan? wait = RetryAfter.Parse(DateTimeOffset.UtcNow.AddMinutes(10).ToString("R", CultureInfo.InvariantCulture), now: null);

        Assert.InRange(wait!.Value, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void A_nested_date_in_the_past_is_no_wait() => Assert.Equal(TimeSpan.Zero, RetryAfter.Parse("Wed, 21 Oct 2015 07:28:00 GMT", now: null));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public void Nested_text_of_another_kind_asks_for_nothing(string? text) => Assert.Null(RetryAfter.Parse(text, now: null));

    private static TimeSpan? Read(string? retryAfter, string? date = null)
    {
        using HttpResponseMessage answer = new();
        if (retryAfter is not null)
        {
            answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        if (date is not null)
        {
            answer.Headers.TryAddWithoutValidation("Date", date);
        }

        return RetryAfter.Read(answer.Headers);
    }
}
