using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using RunSummary.Engine.Bulk;
using Xunit;

namespace RunSummary.Engine.Tests.Bulk;

public sealed class BulkQueuePropertyTests
{
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(100);

    private static readonly Comparer<BulkItem> ByIndex = Comparer<BulkItem>.Create((one, other) => one.Index.CompareTo(other.Index));

    [Fact]
    public void Whatever_comes_back_each_request_is_given_until_it_is_finished_and_each_script_in_order() =>
        Gen.Select(Gen.Int[0, 5].Array[1, 80], Gen.Int[0, 3].Array[200]).Sample(
            (scripts, fates) =>
            {
                BulkQueue queue = new(Linger);
                for (int index = 0; index < scripts.Length; index++)
                {
                    queue.Add(BulkQueueTests.ItemOf(index, scripts[index], Start));
                }

                queue.Complete();
                List<BulkItem> finished = [];
                TimeSpan now = Start;
                for (int turn = 0; !queue.IsDone; turn++)
                {
                    now += queue.UntilDue(now)!.Value;
                    queue.UntilDue(now);
                    IReadOnlyList<BulkItem> group = queue.Take(BatchJson.MaximumItems);
                    Assert.Distinct(group.Select(item => item.Key));
                    foreach (BulkItem item in group)
                    {
                        int fate = turn < 20 ? fates[(turn + (int)item.Index) % fates.Length] : 0;
                        if (fate > 0)
                        {
                            queue.PutBack(item, now + TimeSpan.FromSeconds(fate));
                        }
                        else
                        {
                            finished.Add(item);
                            queue.Finish([item]);
                        }
                    }
                }

                Assert.Equal(scripts.Length, finished.Distinct().Count());
                Assert.All(finished.GroupBy(item => item.Key), line => Assert.Equal(line.Order(ByIndex), line));
            },
            iter: 500);
}
