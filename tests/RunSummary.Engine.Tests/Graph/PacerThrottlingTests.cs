using System;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Graph;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class PacerThrottlingTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(7);

    private readonly FakeClock _clock = new();
    private readonly RecordedEvents _events = new();

    [Fact]
    public async Task A_429_pauses_everybody_for_as_long_as_it_says()
    {
        Pacer pacer = new(200, Window, _clock);
        await ThrottleAsync(pacer);

        using Pacer.Permit permit = await AcquireAsync(pacer);

        Assert.Equal(Pause, _clock.Now);
    }

    [Fact]
    public async Task The_longest_of_several_pauses_holds()
    {
        Pacer pacer = new(200, Window, _clock);
        using (Pacer.Permit permit = await AcquireAsync(pacer))
        {
            permit.Throttled(Pause);
            permit.Throttled(TimeSpan.FromSeconds(1));
        }

        using Pacer.Permit next = await AcquireAsync(pacer);

        Assert.Equal(Pause, _clock.Now);
    }

    [Fact]
    public async Task The_first_429_lowers_nothing()
    {
        Pacer pacer = new(200, Window, _clock);

        await ThrottleAsync(pacer);

        Assert.Equal(200, pacer.Limit);
    }

    [Fact]
    public async Task A_429_after_the_pause_lowers_the_limit_by_a_step()
    {
        Pacer pacer = new(200, Window, _clock);
        await ThrottleAsync(pacer);

        await ThrottleAsync(pacer);

        Assert.InRange(pacer.Limit, 1, 199);
    }

    [Fact]
    public async Task What_was_under_way_at_the_pause_lowers_nothing()
    {
        Pacer pacer = new(200, Window, _clock);
        Pacer.Permit first = await AcquireAsync(pacer);
        Pacer.Permit second = await AcquireAsync(pacer);
        first.Throttled(Pause);
        first.Dispose();
        _clock.Advance(Pause + TimeSpan.FromSeconds(1));

        second.Throttled(Pause);
        second.Dispose();

        Assert.Equal(200, pacer.Limit);
    }

    [Fact]
    public async Task Several_429s_to_what_was_sent_after_one_pause_lower_the_limit_once()
    {
        Pacer pacer = new(200, Window, _clock);
        await ThrottleAsync(pacer);
        Pacer.Permit[] permits = [await AcquireAsync(pacer), await AcquireAsync(pacer), await AcquireAsync(pacer)];

        permits[0].Throttled(Pause);
        int afterOne = pacer.Limit;
        permits[1].Throttled(Pause);
        permits[2].Throttled(Pause);

        Assert.Equal(afterOne, pacer.Limit);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(200)]
    public async Task However_many_429s_come_the_limit_stays_at_least_1(int limit)
    {
        Pacer pacer = new(limit, Window, _clock);
        for (int count = 0; count < 50; count++)
        {
            await ThrottleAsync(pacer);
        }

        Assert.Equal(1, pacer.Limit);
        using Pacer.Permit permit = await AcquireAsync(pacer, wanted: 20);
        Assert.Equal(1, permit.Count);
    }

    [Fact]
    public async Task A_429_long_after_the_pause_lowers_nothing()
    {
        Pacer pacer = new(200, Window, _clock);
        await ThrottleAsync(pacer);
        _clock.Advance(Pause + Window + TimeSpan.FromSeconds(1));

        await ThrottleAsync(pacer);

        Assert.Equal(200, pacer.Limit);
    }

    [Fact]
    public async Task Each_clean_window_raises_the_limit_again_as_far_as_it_was()
    {
        Pacer pacer = new(200, Window, _clock);
        await ThrottleAsync(pacer);
        await ThrottleAsync(pacer);
        int once = pacer.Limit;
        await ThrottleAsync(pacer);
        int twice = pacer.Limit;
        Assert.True(twice < once);

        _clock.Advance(Pause + Window - TimeSpan.FromTicks(1));
        Assert.Equal(twice, await LimitAsync(pacer));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(once, await LimitAsync(pacer));
        _clock.Advance(Window);
        Assert.Equal(200, await LimitAsync(pacer));
        _clock.Advance(10 * Window);
        Assert.Equal(200, await LimitAsync(pacer));
    }

    [Fact]
    public async Task Who_waits_gets_leave_when_a_clean_window_raises_the_limit()
    {
        Pacer pacer = new(2, Window, _clock);
        await ThrottleAsync(pacer);
        await ThrottleAsync(pacer);
        _clock.Advance(Window);
        using Pacer.Permit unanswered = await AcquireAsync(pacer, wanted: 2);
        Assert.Equal(1, unanswered.Count);

        using Pacer.Permit raised = await AcquireAsync(pacer).WaitAsync(GraphBench.Patience, TestContext.Current.CancellationToken);

        Assert.Equal(Pause + Pause + Window, _clock.Now);
    }

    [Fact]
    public async Task A_pause_is_told_to_who_waits_for_it()
    {
        Pacer pacer = new(200, Window, _clock);
        await ThrottleAsync(pacer);

        using Pacer.Permit permit = await AcquireAsync(pacer);

        Assert.Equal([Pause], _events.Waits);
    }

    private async Task ThrottleAsync(Pacer pacer)
    {
        using Pacer.Permit permit = await AcquireAsync(pacer);
        permit.Throttled(Pause);
    }

    private async Task<int> LimitAsync(Pacer pacer)
    {
        using Pacer.Permit permit = await AcquireAsync(pacer);
        return pacer.Limit;
    }

    private Task<Pacer.Permit> AcquireAsync(Pacer pacer, int wanted = 1) => pacer.AcquireAsync(wanted, _events, CancellationToken.None);
}
