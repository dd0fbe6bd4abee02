using System;
using System.Linq;
using RunSummary.Commands;
using Xunit;

namespace RunSummary.Engine.Tests.Scripts;

public sealed class ScriptPartitionTests
{
    [Fact]
    public void Each_script_is_in_exactly_one_of_1_to_64_parts()
    {
        byte[] bytes = new byte[16];
        Random random = new(1);
        DeviceScript[] scripts = [.. Enumerable.Range(0, 500).Select(_ => Script(random))];

        for (int count = 1; count <= 64; count++)
        {
            ScriptPartition[] parts = [.. Enumerable.Range(0, count).Select(index => new ScriptPartition(index, count))];

            Assert.All(scripts, script => Assert.Single(parts, part => part.Takes(script)));
        }

        DeviceScript Script(Random from)
        {
            from.NextBytes(bytes);
            return new DeviceScript { ScriptId = new Guid(bytes).ToString() };
        }
    }

    [Fact]
    public void The_case_of_an_id_does_not_matter()
    {
        const string Id = "7a1c000f-5b1e-4c0a-9d61-2f6c0de5000f";

        Assert.All(Enumerable.Range(0, 64), index => Assert.Equal(
            new ScriptPartition(index, 64).Takes(new DeviceScript { ScriptId = Id }),
            new ScriptPartition(index, 64).Takes(new DeviceScript { ScriptId = Id.ToUpperInvariant() })));
    }
}
