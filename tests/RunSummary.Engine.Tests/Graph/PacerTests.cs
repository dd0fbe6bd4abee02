using System;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Engine.Graph;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class PacerTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    private readonly FakeClock _clock = new();
    private readonly RecordedEvents _events = new();

    [Fact]
    public async Task Leave_is_given_at_once_while_there_is_room()
    {
        Pacer pacer = new(5, Window, _clock);

        using Pacer.Permit first = await AcquireAsync(pacer, 3);
        using Pacer.Permit second = await AcquireAsync(pacer, 2);

        Assert.Equal((3, 2), (first.Count, second.Count));
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task A_batch_is_cut_to_what_is_left()
    {
        Pacer pacer = new(5, Window, _clock);

        using Pacer.Permit first = await AcquireAsync(pacer, 3);
        using Pacer.Permit second = await AcquireAsync(pacer, 20);

        Assert.Equal(2, second.Count);
    }

    [Fact]
    public async Task Room_comes_back_a_window_after_the_answer_and_not_after_the_sending()
    {
        Pacer pacer = new(5, Window, _clock);
        Pacer.Permit first = await AcquireAsync(pacer, 5);
        _clock.Advance(TimeSpan.FromSeconds(7));
        first.Dispose();

        using Pacer.Permit second = await AcquireAsync(pacer, 5);

        Assert.Equal(TimeSpan.FromSeconds(27), _clock.Now);
        Assert.Equal(5, second.Count);
    }

    [Fact]
    public async Task Room_that_comes_back_between_two_looks_at_the_clock_is_not_waited_for()
    {
        Pacer pacer = new(1, Window, new RestlessClock());

        for (int round = 0; round < 20; round++)
        {
            (await AcquireAsync(pacer, 1)).Dispose();
        }
    }

    [Fact]
    public async Task Without_an_answer_no_room_comes_back()
    {
        Pacer pacer = new(1, Window, _clock);
        Pacer.Permit first = await AcquireAsync(pacer, 1);
        _clock.Advance(10 * Window);

        Task<Pacer.Permit> second = AcquireAsync(pacer, 1);

        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second.WaitAsync(GraphBench.Patience, TestContext.Current.CancellationToken)).Dispose();
        Assert.Equal(11 * Window, _clock.Now);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_for_an_answer()
    {
        Pacer pacer = new(1, Window, _clock);
        using CancellationTokenSource cancellation = new();
        using Pacer.Permit first = await AcquireAsync(pacer, 1);
        Task<Pacer.Permit> second = pacer.AcquireAsync(1, _events, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(GraphBench.Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_for_a_time_and_takes_no_leave()
    {
        Pacer pacer = new(1, Window, _clock);
        using CancellationTokenSource cancellation = new();
        (await AcquireAsync(pacer, 1)).Dispose();
        _clock.Arrange(TimeSpan.FromSeconds(5), cancellation.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => pacer.AcquireAsync(1, _events, cancellation.Token).WaitAsync(GraphBench.Patience, TestContext.Current.CancellationToken));

        Assert.Equal(TimeSpan.FromSeconds(5), _clock.Now);
        using Pacer.Permit next = await AcquireAsync(pacer, 1);
        Assert.Equal(Window, _clock.Now);
    }

    [Fact]
    public async Task Several_who_wait_for_one_answer_all_get_leave_within_the_limit()
    {
        Pacer pacer = new(3, Window, _clock);
        Pacer.Permit first = await AcquireAsync(pacer, 3);
        Task<Pacer.Permit>[] waiting = [AcquireAsync(pacer, 1), AcquireAsync(pacer, 1), AcquireAsync(pacer, 1)];

        first.Dispose();
        Pacer.Permit[] permits = await Task.WhenAll(waiting).WaitAsync(GraphBench.Patience, TestContext.Current.CancellationToken);

        Assert.All(permits, permit => Assert.Equal(1, permit.Count));
        Task<Pacer.Permit> another = AcquireAsync(pacer, 1);
        Assert.False(another.IsCompleted);
        Array.ForEach(permits, permit => permit.Dispose());
        (await another.WaitAsync(GraphBench.Patience, TestContext.Current.CancellationToken)).Dispose();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(200, 0)]
    [InlineData(201, 20)]
    [InlineData(400, 20)]
    [InlineData(401, 40)]
    public void The_least_time_is_a_window_for_each_full_limit_before_the_last(int count, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new Pacer(200, Window, _clock).TimeFor(count));

    private Task<Pacer.Permit> AcquireAsync(Pacer pacer, int wanted) => pacer.AcquireAsync(wanted, _events, CancellationToken.None);

    /// <summary>A clock that has gone on at each look, and that waits as <see cref="Task.Delay(TimeSpan)"/> does: never for less than nothing.</summary>
    private sealed class RestlessClock : IClock
    {
        private static readonly TimeSpan Step = 3 * Window / 4;

        private TimeSpan _now;

        public TimeSpan Now => _now += Step;

        public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
            _now += time;
            return Task.CompletedTask;
        }
    }
}
