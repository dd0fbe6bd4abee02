using System;
using RunSummary.Engine.Graph;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 4)]
    public void The_first_try_is_no_retry(int retries, int tries) => Assert.Equal(tries, new RetryPolicy(retries).MaximumTries);

    [Fact]
    public void Without_retries_there_is_no_wait() => Assert.Null(new RetryPolicy(0).NextWait(1, TimeSpan.Zero, null));

    [Fact]
    public void After_the_last_try_there_is_no_wait()
    {
        RetryPolicy policy = new(3);

        Assert.NotNull(policy.NextWait(3, TimeSpan.Zero, null));
        Assert.Null(policy.NextWait(4, TimeSpan.Zero, null));
    }

    [Fact]
    public void A_wait_beyond_measure_is_none() => Assert.Null(new RetryPolicy(3).NextWait(2, TimeSpan.FromSeconds(1), TimeSpan.MaxValue));

    [Fact]
    public void After_the_last_try_the_services_wish_makes_no_difference() =>
        Assert.Null(new RetryPolicy(3).NextWait(4, TimeSpan.Zero, TimeSpan.FromSeconds(1)));

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 4)]
    [InlineData(5, 8)]
    [InlineData(6, 16)]
    [InlineData(7, 30)]
    [InlineData(8, 30)]
    [InlineData(60, 30)]
    public void The_bound_of_the_wait_doubles_up_to_30_seconds(int tries, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new RetryPolicy(100, () => 1).NextWait(tries, TimeSpan.Zero, null));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.25, 0.5)]
    [InlineData(0.5, 1)]
    public void The_wait_is_drawn_between_nothing_and_the_bound(double drawn, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new RetryPolicy(5, () => drawn).NextWait(3, TimeSpan.Zero, null));

    [Fact]
    public void Its_own_random_numbers_stay_within_the_bound()
    {
        RetryPolicy policy = new(5);
        for (int i = 0; i < 1000; i++)
        {
            Assert.InRange(policy.NextWait(3, TimeSpan.Zero, null)!.Value.TotalSeconds, 0, 2);
        }
    }

    [Fact]
    public void A_wish_for_no_wait_is_none() =>
        Assert.Equal(TimeSpan.FromSeconds(0.5), new RetryPolicy(5, () => 1).NextWait(1, TimeSpan.Zero, TimeSpan.Zero));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(120)]
    public void The_services_wish_wins(int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new RetryPolicy(5, () => 1).NextWait(1, TimeSpan.Zero, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void All_waits_together_may_take_five_minutes()
    {
        RetryPolicy policy = new(5);

        Assert.Equal(TimeSpan.FromSeconds(60), policy.NextWait(2, TimeSpan.FromSeconds(240), TimeSpan.FromSeconds(60)));
        Assert.Null(policy.NextWait(2, TimeSpan.FromSeconds(240), TimeSpan.FromSeconds(61)));
    }

    [Fact]
    public void A_drawn_wait_counts_against_the_five_minutes_too() =>
        Assert.Null(new RetryPolicy(100, () => 1).NextWait(7, TimeSpan.FromSeconds(280), null));
}
