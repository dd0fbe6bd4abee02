using System;
using System.Collections.Generic;
using System.Linq;
using RunSummary.Sandbox.Service;
using RunSummary.Tests.Commands;
using Xunit;

namespace RunSummary.Tests.RunStates;

public sealed class PartitionTests : ConnectedTest
{
    protected override SandboxOptions Options => new() { GeneratedScripts = 60 };

    // Worked out with Python: int.from_bytes(hashlib.sha256(id.encode()).digest()[:8], 'big') % count.
    [Theory]
    [InlineData("7a1c0001-5b1e-4c0a-9d61-2f6c0de50001", 0, 0, 3, 36, 4407)]
    [InlineData("7a1c0002-5b1e-4c0a-9d61-2f6c0de50002", 0, 0, 1, 24, 617335)]
    [InlineData("7a1c0003-5b1e-4c0a-9d61-2f6c0de50003", 1, 2, 1, 39, 167890)]
    [InlineData("7a1c0004-5b1e-4c0a-9d61-2f6c0de50004", 1, 0, 0, 55, 144077)]
    [InlineData("7a1c0011-5b1e-4c0a-9d61-2f6c0de50011", 1, 2, 3, 9, 281718)]
    [InlineData("7a1c0012-5b1e-4c0a-9d61-2f6c0de50012", 1, 0, 2, 43, 134830)]
    [InlineData("7a1c0013-5b1e-4c0a-9d61-2f6c0de50013", 1, 0, 3, 59, 863338)]
    [InlineData("7a1c0021-5b1e-4c0a-9d61-2f6c0de50021", 0, 1, 2, 46, 205229)]
    [InlineData("7a1c0022-5b1e-4c0a-9d61-2f6c0de50022", 0, 1, 1, 4, 477407)]
    public void A_script_is_in_the_same_part_everywhere(string id, int ofTwo, int ofThree, int ofFive, int ofSixtyFour, int ofAMillionAndThree)
    {
        (int Index, int Count)[] parts = [(ofTwo, 2), (ofThree, 3), (ofFive, 5), (ofSixtyFour, 64), (ofAMillionAndThree, 1_000_003)];

        Assert.All(parts, part => Assert.Contains(id, Part(part.Index, part.Count)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void The_parts_are_disjoint_and_complete(int count)
    {
        IReadOnlyList<string>[] parts = [.. Enumerable.Range(0, count).Select(index => Part(index, count))];

        Assert.Equal(Service.Scripts.All.Select(script => script.Id.ToString()).Order(), parts.SelectMany(part => part).Order());
    }

    [Fact]
    public void The_parts_are_about_as_large()
    {
        int[] sizes = [.. Enumerable.Range(0, 4).Select(index => Part(index, 4).Count)];

        Assert.Equal(189, sizes.Sum());
        Assert.All(sizes, size => Assert.InRange(size, 25, 70));
    }

    [Fact]
    public void A_name_in_another_part_is_not_missing() =>
        Assert.Empty(Succeed("Get-DeviceScript 'Set time zone' -PartitionIndex 0 -PartitionCount 2"));

    [Theory]
    [InlineData("-PartitionIndex 0", "go together")]
    [InlineData("-PartitionCount 2", "go together")]
    [InlineData("-PartitionIndex 2 -PartitionCount 2", "the parts are 0 to 1")]
    public void Half_a_split_and_a_part_that_there_is_not_are_a_ParameterConflict(string parameters, string words)
    {
        var error = FailForGood($"Get-DeviceScript {parameters}");

        AssertError(error, "ParameterConflict", System.Management.Automation.ErrorCategory.InvalidArgument);
        Assert.Contains(words, error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Sent);
    }

    [Theory]
    [InlineData("-PartitionIndex -1 -PartitionCount 2")]
    [InlineData("-PartitionIndex 0 -PartitionCount 0")]
    [InlineData("-PartitionIndex one -PartitionCount 2")]
    [InlineData("-ScriptId $shell -PartitionIndex 0 -PartitionCount 2")]
    public void What_makes_no_sense_is_refused_by_PowerShell(string parameters)
    {
        FailForGood($"Get-DeviceScript {parameters}");

        Assert.Empty(Sent);
    }

    private IReadOnlyList<string> Part(int index, int count) =>
        [.. Succeed($"Get-DeviceScript -PartitionIndex {index} -PartitionCount {count}").Select(script => (string)Value(script, "ScriptId")!)];
}
