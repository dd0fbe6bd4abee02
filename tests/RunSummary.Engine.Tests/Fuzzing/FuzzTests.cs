using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace RunSummary.Engine.Tests.Fuzzing;

/// <summary>
/// Any bytes end in a value or in a refusal: no crash, no hang, no memory beyond a bound. RUNSUMMARY_FUZZ_SECONDS makes it
/// longer, with other inputs each time.
/// </summary>
public sealed class FuzzTests
{
    private const int Inputs = 5_000;
    private const int Seed = 20260302;

    private static readonly TimeSpan s_longer = TimeSpan.FromSeconds(
        double.Parse(Environment.GetEnvironmentVariable("RUNSUMMARY_FUZZ_SECONDS") ?? "0", CultureInfo.InvariantCulture));

    // After so long with one batch of inputs it hangs.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2) + s_longer;

    public static TheoryData<string> Names => [.. FuzzTargets.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_whole_is_read(string name)
    {
        FuzzTarget target = FuzzTargets.All[name];

        Assert.NotEmpty(target.Corpus(withFound: false));
        Assert.All(target.Corpus(withFound: false), target.Read);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public Task Any_bytes_are_read_or_refused(string name) => Task.Run(() => Feed(FuzzTargets.All[name]), TestContext.Current.CancellationToken).WaitAsync(s_patience, TestContext.Current.CancellationToken);

    private static void Feed(FuzzTarget target)
    {
        IReadOnlyList<byte[]> corpus = target.Corpus();
        Assert.All(corpus, whole => Assert.All(Enumerable.Range(0, whole.Length + 1), length => Assert.Null(target.Feed(whole[..length]))));
        Feed(target, new Mutator(corpus, new Random(Seed)), fed => fed < Inputs);

        int seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed of what is beyond: {seed}");
        Stopwatch watch = Stopwatch.StartNew();
        Feed(target, new Mutator(corpus, new Random(seed)), _ => watch.Elapsed < s_longer);
    }

    private static void Feed(FuzzTarget target, Mutator mutator, Func<int, bool> goOn)
    {
        for (int fed = 0; goOn(fed); fed++)
        {
            Assert.Null(target.Feed(mutator.Next()));
        }
    }
}
