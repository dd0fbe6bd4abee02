using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Graph;
using Xunit;

namespace RunSummary.Engine.Tests.Fuzzing;

/// <summary>
/// Any bytes end in a value or in a refusal: no crash, no hang, no memory beyond a bound. RUNSUMMARY_FUZZ_SECONDS makes it
/// longer, with other inputs each time.
/// </summary>
public sealed class FuzzTests
{
    private const int Seed = 20260302;

    private static readonly TimeSpan Longer = TimeSpan.FromSeconds(
        double.Parse(Environment.GetEnvironmentVariable("RUNSUMMARY_FUZZ_SECONDS") ?? "0", CultureInfo.InvariantCulture));

    // After so long with one batch of inputs it hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2) + Longer;

    public static TheoryData<string> Names => [.. FuzzTargets.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_whole_is_read(string name)
    {
        FuzzTarget target = FuzzTargets.All[name];

        Assert.NotEmpty(target.Corpus(withFound: false));
        Assert.All(target.Corpus(withFound: false), whole => Assert.NotNull(target.Read(whole)));
    }

    [Fact]
    public void A_whole_error_says_what_was_wrong_and_how_long_to_wait() =>
        Assert.Equal(new GraphError("BadRequest", "An error has occurred.", TimeSpan.FromSeconds(7)), Whole("error"));

    [Fact]
    public void A_whole_token_says_whose_it_is_and_what_for()
    {
        TokenClaims claims = Assert.IsType<TokenClaims>(Whole("token"));

        Assert.Equal(("5a4db0f0-0000-4000-8000-00000000f001", "x", "ada@contoso.com", true), (claims.TenantId, claims.ClientId, claims.Account, claims.IsDelegated));
        Assert.Equal(["C", "A.Read.All", "B.ReadWrite.All"], claims.Permissions);
    }

    [Fact]
    public void A_whole_challenge_says_what_it_asks_for() =>
        Assert.Equal("""{"access_token":{"nbf":{"essential":true, "value":"1700"}}}""", Whole("challenge"));

    [Theory]
    [MemberData(nameof(Names))]
    public Task Any_bytes_are_read_or_refused(string name) => Task.Run(() => Feed(FuzzTargets.All[name]), TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);

    private static object? Whole(string name) => FuzzTargets.All[name].Read(Assert.Single(FuzzTargets.All[name].Corpus(withFound: false)));

    private static void Feed(FuzzTarget target)
    {
        IReadOnlyList<byte[]> corpus = target.Corpus();
        Feed(target, corpus.SelectMany(whole => Enumerable.Range(0, whole.Length + 1).Select(length => whole[..length])));
        Feed(target, new Mutator(corpus, new Random(Seed)).Endless().Take(target.Inputs));

        int seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed of what is beyond: {seed}");
        Stopwatch watch = Stopwatch.StartNew();
        Feed(target, new Mutator(corpus, new Random(seed)).Endless().TakeWhile(_ => watch.Elapsed < Longer));
    }

    private static void Feed(FuzzTarget target, IEnumerable<byte[]> inputs)
    {
        foreach (byte[] input in inputs)
        {
            Assert.Null(target.Feed(input));
        }
    }
}
