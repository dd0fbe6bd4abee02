using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Xunit;

namespace RunSummary.Engine.Tests.Fuzzing;

/// <summary>What a target of fuzzing finds, and what it is fed.</summary>
public sealed class FuzzTargetTests
{
    private static readonly byte[] Bytes = new byte[2_000];

    [Fact]
    public void What_reads_within_the_bounds_is_no_finding() => Assert.Null(Target(bytes => bytes.Clone()).Feed(Bytes));

    [Fact]
    public void What_refuses_is_no_finding() => Assert.Null(Target(_ => throw new FormatException()).Feed(Bytes));

    [Fact]
    public void What_fails_otherwise_is_one() => Assert.Contains("NotSupportedException", Target(_ => throw new NotSupportedException()).Feed(Bytes), StringComparison.Ordinal);

    [Fact]
    public void What_takes_too_much_memory_is_one() => Assert.Contains("of memory", Target(bytes => new byte[bytes.Length * 100]).Feed(Bytes), StringComparison.Ordinal);

    [Fact]
    public void What_takes_too_long_each_time_is_one()
    {
        FuzzTarget target = Target(bytes =>
        {
            Thread.Sleep(1);
            return bytes;
        });

        Assert.Contains(" s.", (target with { Patience = TimeSpan.Zero }).Feed(Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_takes_too_much_only_at_first_is_none()
    {
        byte[]? kept = null;

        Assert.Null(Target(bytes => kept ??= new byte[bytes.Length * 100]).Feed(Bytes));
    }

    [Fact]
    public void About_half_of_what_is_made_of_JSON_is_JSON()
    {
        Mutator mutator = new(FuzzTargets.All["scripts"].Corpus(), new Random(1));

        Assert.InRange(Enumerable.Range(0, 1_000).Count(_ => IsJson(mutator.Next())), 400, 700);
    }

    [Fact]
    public void The_same_seed_makes_the_same()
    {
        Mutator[] mutators = [.. Enumerable.Range(0, 2).Select(_ => new Mutator(FuzzTargets.All["scripts"].Corpus(), new Random(1)))];

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(mutators[0].Next(), mutators[1].Next()));
    }

    private static FuzzTarget Target(Func<byte[], object?> read) => new("test", read, exception => exception is FormatException);

    private static bool IsJson(byte[] bytes)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 1_000 });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
