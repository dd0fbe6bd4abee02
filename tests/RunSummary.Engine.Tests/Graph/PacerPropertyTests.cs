using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CsCheck;
using RunSummary.Engine.Graph;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Graph;

public sealed class PacerPropertyTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    /// <summary>Requests that were sent together, and when their answer came.</summary>
    private sealed record Sending(TimeSpan Sent, TimeSpan Answered, int Count);

    /// <summary>What is asked for: after an idle time, so many requests at most, answered after a time.</summary>
    private sealed record Ask(int Idle, int Wanted, int AnsweredAfter);

    private static readonly Gen<Ask> Asks = Gen.Select(
        Gen.Int[0, 8], Gen.Int[1, 25], Gen.Int[1, 50], (idle, wanted, answered) => new Ask(idle, wanted, answered));

    [Fact]
    public void No_window_counted_from_the_answers_ever_holds_more_than_the_limit() => Gen.Select(Gen.Int[1, 12], Asks.Array[1, 60]).Sample(
        (limit, asks) =>
        {
            List<Sending> sendings = Send(limit, asks).ConvertAll(granted => granted.Sending);

            // Wherever between sending and answer the service counted a request, a window that ends at a sending holds these.
            Assert.All(sendings, last => Assert.True(Counted(sendings, last.Sent) <= limit));
        },
        iter: 500);

    [Fact]
    public void Leave_comes_as_early_and_as_large_as_the_limit_allows() => Gen.Select(Gen.Int[1, 12], Asks.Array[1, 60]).Sample(
        (limit, asks) =>
        {
            List<Sending> earlier = [];
            foreach ((TimeSpan asked, Ask ask, Sending sending) in Send(limit, asks))
            {
                TimeSpan earliest = earlier.Select(other => other.Answered + Window)
                    .Append(asked)
                    .Where(time => time >= asked && Counted(earlier, time) < limit)
                    .Min();
                Assert.Equal(earliest, sending.Sent);
                Assert.Equal(Math.Min(ask.Wanted, limit - Counted(earlier, earliest)), sending.Count);
                earlier.Add(sending);
            }
        },
        iter: 500);

    /// <summary>How many requests a window that ends at a time can hold.</summary>
    private static int Counted(IEnumerable<Sending> sendings, TimeSpan time) =>
        sendings.Where(sending => sending.Sent <= time && time < sending.Answered + Window).Sum(sending => sending.Count);

    private static List<(TimeSpan Asked, Ask Ask, Sending Sending)> Send(int limit, Ask[] asks)
    {
        FakeClock clock = new();
        Pacer pacer = new(limit, Window, clock);
        List<(TimeSpan, Ask, Sending)> sendings = [];
        foreach (Ask ask in asks)
        {
            clock.Pass(TimeSpan.FromSeconds(ask.Idle));
            TimeSpan asked = clock.Now;
            Task<Pacer.Permit> acquired = pacer.AcquireAsync(ask.Wanted, new RecordedEvents(), CancellationToken.None);
            Assert.True(acquired.IsCompletedSuccessfully);
            Pacer.Permit permit = acquired.Result;
            TimeSpan answered = clock.Now + TimeSpan.FromSeconds(ask.AnsweredAfter);
            clock.Arrange(answered, permit.Dispose);
            sendings.Add((asked, ask, new Sending(clock.Now, answered, permit.Count)));
        }

        return sendings;
    }
}
