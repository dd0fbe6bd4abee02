using System;
using System.Collections.Generic;
using System.Linq;
using RunSummary.Engine.Bulk;
using RunSummary.Engine.Graph;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Bulk;

public sealed class BulkQueueTests
{
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(100);

    private readonly BulkQueue _queue = new(Linger);

    [Fact]
    public void An_empty_queue_is_due_never()
    {
        Assert.Null(_queue.UntilDue(Start));
        Assert.False(_queue.IsDone);
    }

    [Fact]
    public void What_came_waits_for_company_for_the_linger_counted_from_the_first()
    {
        Add(0);
        Add(1, at: Start + TimeSpan.FromMilliseconds(300));

        Assert.Equal(TimeSpan.FromMilliseconds(200), _queue.UntilDue(Start + TimeSpan.FromMilliseconds(300)));
        Assert.Equal(TimeSpan.Zero, _queue.UntilDue(Start + Linger));
        Assert.Equal([0L, 1L], Take());
    }

    [Fact]
    public void Twenty_are_due_at_once_and_nineteen_are_not()
    {
        Add(Enumerable.Range(0, 19));
        Assert.Equal(Linger, _queue.UntilDue(Start));

        Add(19);

        Assert.Equal(TimeSpan.Zero, _queue.UntilDue(Start));
    }

    [Fact]
    public void What_is_there_when_no_more_follows_is_due_at_once()
    {
        Add(0);

        _queue.Complete();

        Assert.Equal(TimeSpan.Zero, _queue.UntilDue(Start));
    }

    [Fact]
    public void Twenty_at_most_are_taken_together_in_their_order()
    {
        Add(Enumerable.Range(0, 41));

        Assert.Equal(Enumerable.Range(0, 20).Select(index => (long)index), Take());
        Assert.Equal(Enumerable.Range(20, 20).Select(index => (long)index), Take());
        Assert.Equal([40L], Take());
    }

    [Fact]
    public void A_script_comes_again_only_when_its_earlier_request_is_finished()
    {
        BulkItem first = Add(0, script: 7);
        BulkItem second = Add(1, script: 7);
        BulkItem third = Add(2, script: 7);
        Add(3, script: 8);

        Assert.Equal([0L, 3L], Take());
        Assert.Empty(Take());
        _queue.Finish([first]);
        Assert.Equal([1L], Take());
        Assert.Empty(Take());
        _queue.Finish([second]);
        Assert.Equal([third.Index], Take());
    }

    [Fact]
    public void A_request_that_is_put_back_still_holds_the_later_ones_of_its_script()
    {
        BulkItem first = Add(0, script: 7);
        Add(1, script: 7);
        Take();

        _queue.PutBack(first, Start + TimeSpan.FromSeconds(10));

        Assert.Equal(TimeSpan.FromSeconds(10), _queue.UntilDue(Start));
        Assert.Empty(Take());
        Assert.Equal(TimeSpan.Zero, _queue.UntilDue(Start + TimeSpan.FromSeconds(10)));
        Assert.Equal([0L], Take());
    }

    [Fact]
    public void Those_that_were_put_back_come_when_their_own_time_is_up()
    {
        BulkItem[] items = [Add(0), Add(1), Add(2)];
        Take();
        _queue.PutBack(items[0], Start + TimeSpan.FromSeconds(30));
        _queue.PutBack(items[1], Start + TimeSpan.FromSeconds(10));
        _queue.PutBack(items[2], Start + TimeSpan.FromSeconds(10));

        Assert.Equal(TimeSpan.FromSeconds(10), _queue.UntilDue(Start));
        Assert.Equal(TimeSpan.Zero, _queue.UntilDue(Start + TimeSpan.FromSeconds(10)));
        Assert.Equal([1L, 2L], Take());
        Assert.Equal(TimeSpan.FromSeconds(20), _queue.UntilDue(Start + TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void One_that_was_put_back_goes_before_later_ones()
    {
        BulkItem[] items = [.. Enumerable.Range(0, 40).Select(index => Add(index))];
        Take();
        _queue.PutBack(items[4], Start);
        _queue.UntilDue(Start);

        Assert.Equal([4L, .. Enumerable.Range(20, 19).Select(index => (long)index)], Take());
    }

    [Fact]
    public void What_must_go_alone_goes_alone()
    {
        BulkItem[] items = [Add(0), Add(1), Add(2), Add(3)];
        items[0].Attempts.Refused();
        items[2].BeforeAttempts.Refused();

        Assert.Equal([0L], Take());
        Assert.Equal([1L, 3L], Take());
        Assert.Equal([2L], Take());
        Assert.Empty(Take());
    }

    [Fact]
    public void It_is_done_when_no_more_follows_and_all_are_finished()
    {
        BulkItem first = Add(0, script: 7);
        BulkItem second = Add(1, script: 7);
        _queue.Complete();
        Take();
        _queue.Finish([first]);
        Assert.False(_queue.IsDone);
        Take();

        _queue.Finish([second]);

        Assert.True(_queue.IsDone);
    }

    [Fact]
    public void A_change_that_brings_something_due_is_told()
    {
        BulkItem item = null!;
        AssertTold(() => item = Add(0));
        Add(1, script: 0);
        Add(Enumerable.Range(2, 18));
        AssertTold(() => Add(20));
        Take();
        AssertTold(() => _queue.PutBack(item, Start));
        _queue.UntilDue(Start);
        Take();
        AssertTold(() => _queue.Finish([item]));
    }

    [Fact]
    public void The_end_is_told()
    {
        BulkItem item = Add(0);
        Take();
        AssertTold(_queue.Complete);
        AssertTold(() => _queue.Finish([item]));
    }

    [Fact]
    public void A_change_that_brings_nothing_due_sooner_is_not_told()
    {
        BulkItem item = Add(0);
        System.Threading.Tasks.Task changed = _queue.Changed;

        Add(1);
        Add(2, script: 0);
        Take();

        Assert.False(changed.IsCompleted);
        Assert.False(_queue.IsDone);
        _queue.Finish([item]);
        Assert.True(changed.IsCompleted);
    }

    internal static BulkItem ItemOf(int index, int script, TimeSpan at) => new(index, BulkBench.Update(script, index), new RetryPolicy(0), at);

    private BulkItem Add(int index, int? script = null, TimeSpan? at = null)
    {
        BulkItem item = ItemOf(index, script ?? index, at ?? Start);
        _queue.Add(item);
        return item;
    }

    private void Add(IEnumerable<int> indexes) => indexes.ToList().ForEach(index => Add(index));

    private IEnumerable<long> Take() => [.. _queue.Take(BatchJson.MaximumItems).Select(item => item.Index)];

    private void AssertTold(Action change)
    {
        System.Threading.Tasks.Task changed = _queue.Changed;
        Assert.False(changed.IsCompleted);
        change();
        Assert.True(changed.IsCompleted);
    }
}
