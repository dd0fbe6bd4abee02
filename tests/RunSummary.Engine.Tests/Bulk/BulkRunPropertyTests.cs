using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using CsCheck;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Bulk;

public sealed class BulkRunPropertyTests : IDisposable
{
    private enum Fault
    {
        None,
        Throttled,
        Unavailable,
        Page,
        LeftOut,
    }

    private enum WholeFault
    {
        None,
        Throttled,
        Unavailable,
        Page,
        Reset,
        Truncated,
        Rejected,
    }

    /// <summary>A run and the service's moods.</summary>
    /// <param name="Scripts">The script of each request.</param>
    /// <param name="Faults">What comes of the tries of an item before it is worked on, by its script.</param>
    /// <param name="Wholes">What comes of the first requests as a whole.</param>
    /// <param name="Shuffle">The order of answers.</param>
    /// <param name="ThrottleLimit">How many requests go at once.</param>
    /// <param name="IsEager">Whether requests go without waiting for others, so that groups are cut anywhere.</param>
    private sealed record Weather(int[] Scripts, Fault[][] Faults, WholeFault[] Wholes, int Shuffle, int ThrottleLimit, bool IsEager);

    private static readonly Gen<Weather> Weathers = Gen.Select(
        Gen.Int[0, 30].Array[1, 90],
        Gen.Enum<Fault>().Array[0, 4].Array[31],
        Gen.Enum<WholeFault>().Array[0, 6],
        Gen.Int,
        Gen.Int[1, 6],
        Gen.Bool,
        (scripts, faults, wholes, shuffle, limit, eager) => new Weather(scripts, faults, wholes, shuffle, limit, eager));

    private readonly JournalFile _journal = new();

    [Fact]
    public Task Any_faults_and_any_order_of_answers_give_the_same_outcomes() =>
        Weathers.SampleAsync(weather => HoldsAsync(weather, BulkBench.Options), iter: 300);

    [Fact]
    public Task So_they_do_with_reads_before_the_writes() =>
        Weathers.SampleAsync(weather => HoldsAsync(weather, BulkBench.Options with { SkipUnchanged = true }), iter: 300);

    [Fact]
    public Task So_they_do_with_a_journal_which_has_one_intent_and_one_outcome_for_each() => Weathers.SampleAsync(
        async weather =>
        {
            string path = System.IO.Path.Combine(_journal.Folder, Guid.NewGuid().ToString());
            await HoldsAsync(weather, BulkBench.Options with { JournalPath = path });
            string[] lines = await System.IO.File.ReadAllLinesAsync(path);
            Assert.Equal(weather.Scripts.Length, lines.Count(line => line.StartsWith("{\"entry\":\"intent\"", StringComparison.Ordinal)));
            Assert.Equal(weather.Scripts.Length, lines.Count(line => line.StartsWith("{\"entry\":\"outcome\"", StringComparison.Ordinal)));
        },
        iter: 100);

    public void Dispose() => _journal.Dispose();

    private static async Task HoldsAsync(Weather weather, RunOptions options)
    {
        using BulkBench bench = new(retries: 40);
        Random random = new(weather.Shuffle);
        bench.Service.Order = answers =>
        {
            random.Shuffle(answers);
            return answers;
        };
        bench.Service.Whole = (sent, number) => ToAnswer(weather.Wholes.ElementAtOrDefault(number - 1), ServiceItem.IsBatch(sent));
        bench.Service.Item = (item, time) => ToAnswer(FaultsOf(weather, item).ElementAtOrDefault(time - 1), item.Id.Length > 0);
        RunRequest[] requests = [.. weather.Scripts.Select(BulkBench.Update)];

        List<RunOutcome> outcomes = await bench.RunAsync(
            requests, options with { ThrottleLimit = weather.ThrottleLimit, Linger = weather.IsEager ? TimeSpan.Zero : FakeClock.Never });

        BulkBench.AssertWritten(requests, outcomes);
        Assert.All(weather.Scripts.Distinct(), script => Assert.Equal(
            Array.LastIndexOf(weather.Scripts, script), bench.Service.Held[BulkBench.Script(script).Id].ErrorDeviceCount));
        Assert.InRange(bench.Service.PeakInFlight, 1, weather.ThrottleLimit);
    }

    private static Fault[] FaultsOf(Weather weather, ServiceItem item) =>
        weather.Faults[Enumerable.Range(0, weather.Faults.Length).First(script => BulkBench.Script(script).Id == item.ScriptId)];

    private static Answer? ToAnswer(Fault fault, bool isInBatch) => fault switch
    {
        Fault.Throttled => Answer.Empty(429).With("Retry-After", "1"),
        Fault.Unavailable => Answer.Error(503, "ServiceUnavailable", "Not now."),
        Fault.Page => Answer.Html(502),
        Fault.LeftOut => isInBatch ? FakeService.LeftOut : Answer.Json(200, "{"),
        _ => null,
    };

    private static Answer? ToAnswer(WholeFault fault, bool isBatch) => fault switch
    {
        WholeFault.Throttled => Answer.Empty(429).With("Retry-After", "1"),
        WholeFault.Unavailable => Answer.Empty(507),
        WholeFault.Page => Answer.Html(502),
        WholeFault.Reset => throw new HttpRequestException("Reset."),
        WholeFault.Truncated => Answer.Json(200, "{\"responses\":[{\"id\":\"1\",\"status\":200"),
        WholeFault.Rejected when isBatch => Answer.Error(400, "BadRequest", "No such batch."),
        _ => null,
    };
}
