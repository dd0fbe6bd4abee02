using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace RunSummary.Tests.Bulk;

public sealed class BatchingTests : BulkTest
{
    [Fact]
    public void One_object_is_a_plain_request()
    {
        ConnectFast();

        Succeed(Update, WantedFor(1));
        Succeed("$in | Get-DeviceScriptRunSummary", WantedFor(1));

        Assert.Empty(Envelopes);
        Assert.False(Assert.Single(Writes).InBatch);
        Assert.False(Assert.Single(Reads).InBatch);
    }

    [Theory]
    [InlineData(2, 1, 0)]
    [InlineData(20, 1, 0)]
    [InlineData(21, 1, 1)]
    [InlineData(41, 2, 1)]
    [InlineData(45, 3, 0)]
    public void Several_objects_go_in_batches_of_20_and_a_rest_of_one_by_itself(int count, int batches, int alone)
    {
        ConnectFast();

        Succeed(Update, WantedFor(count));

        Assert.Equal(batches, Envelopes.Count);
        Assert.Equal(alone, Writes.Count(write => !write.InBatch));
        Assert.Equal(count, Writes.Count);
    }

    [Fact]
    public void Reads_go_in_batches_too()
    {
        ConnectFast();

        Assert.Equal(HeldBy(45), Counts(Succeed("$in | Get-DeviceScriptRunSummary", WantedFor(45))));

        Assert.Equal(3, Envelopes.Count);
        Assert.Equal(45, Reads.Count(read => read.InBatch));
        Assert.Empty(Writes);
    }

    [Fact]
    public void What_a_slow_upstream_gave_is_sent_before_a_batch_is_full()
    {
        ConnectFast();
        Shell.SetVariable("log", Service.Requests);

        int sentMeanwhile = (int)Succeed(
            "& { $in[0..2]; foreach ($wait in 1..100) { if ($log.All.Count) { break }; [Threading.Thread]::Sleep(100) }; $script:sent = $log.All.Count; $in[3..4] } "
            + "| Update-DeviceScriptRunSummary | ForEach-Object { }; $script:sent",
            WantedFor(5))[0].BaseObject;

        // The batch and its three items.
        Assert.Equal(4, sentMeanwhile);
        Assert.Equal(2, Envelopes.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public void As_many_batches_are_under_way_as_the_throttle_limit_says(int limit)
    {
        ConnectFast();
        int now = 0;
        int most = 0;
        Lock gate = new();
        Service.Faults.OnEnvelopes().Perform(async (request, work, cancellationToken) =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++now);
            }

            await Task.Delay(100, cancellationToken);
            lock (gate)
            {
                now--;
            }

            return await work(request, cancellationToken);
        });

        Succeed($"$in | Update-DeviceScriptRunSummary -SuccessDeviceCount 3 -ThrottleLimit {limit}", Service.Scripts.All.Select(script => Wanted(script, 1)).ToArray());

        Assert.InRange(most, Math.Min(limit, 2), limit);
    }

    [Fact]
    public void A_batch_that_is_refused_as_a_whole_goes_as_single_requests()
    {
        ConnectFast();
        Service.Faults.OnEnvelopes().Status(400, "BadRequest", "Invalid batch payload format.");

        Succeed(Update, WantedFor(30));

        Assert.Equal(Counts(WantedFor(30)), HeldBy(30));
        Assert.Equal(30, Writes.Count(write => !write.InBatch));
    }
}
