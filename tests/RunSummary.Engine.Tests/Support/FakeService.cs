using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace RunSummary.Engine.Tests.Support;

/// <summary>Stands for a service that understands batches and holds counts, unless a test says what it answers.</summary>
internal sealed class FakeService : HttpMessageHandler
{
    /// <summary>Leaves an item out of a batch's answer.</summary>
    public static readonly Answer LeftOut = Answer.Empty(100);

    private readonly Lock _gate = new();
    private readonly List<SentRequest> _sent = [];
    private readonly Dictionary<(Guid ScriptId, string Method), int> _times = [];
    private int _inFlight;

    /// <summary>What scripts hold that the test says nothing of.</summary>
    public static readonly RunSummaryCounts Initial = GraphBench.Counts(1, 2, 3, 4);

    public Dictionary<Guid, RunSummaryCounts> Held { get; } = [];

    /// <summary>Says what a whole request is answered, by its number from 1; null where it is worked on. May throw.</summary>
    public Func<SentRequest, int, Answer?> Whole { get; set; } = (_, _) => null;

    /// <summary>Says what an item is answered, by how often its like was worked on for its script, from 1; null where it is worked on.</summary>
    public Func<ServiceItem, int, Answer?> Item { get; set; } = (_, _) => null;

    /// <summary>The order of a batch's answers.</summary>
    public Func<JsonNode[], IEnumerable<JsonNode>> Order { get; set; } = answers => answers;

    /// <summary>Is waited for before each answer.</summary>
    public Func<SentRequest, CancellationToken, Task> Arrives { get; set; } = (_, _) => Task.CompletedTask;

    public IReadOnlyList<SentRequest> Sent
    {
        get
        {
            lock (_gate)
            {
                return [.. _sent];
            }
        }
    }

    /// <summary>How many items each request had, in the order in which they came; 0 for a plain request.</summary>
    public IEnumerable<int> Sizes => Sent.Select(sent => ServiceItem.IsBatch(sent) ? ServiceItem.Of(sent).Length : 0);

    public IEnumerable<ServiceItem> Items => Sent.SelectMany(ServiceItem.Of);

    public IEnumerable<ServiceItem> Writes => Items.Where(item => item.IsWrite);

    public int PeakInFlight { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SentRequest sent = await SentRequest.OfAsync(request, cancellationToken);
        int number;
        lock (_gate)
        {
            _sent.Add(sent);
            number = _sent.Count;
            PeakInFlight = Math.Max(PeakInFlight, ++_inFlight);
        }

        try
        {
            await Arrives(sent, cancellationToken);
            lock (_gate)
            {
                return (Whole(sent, number) ?? Work(sent)).ToMessage(request);
            }
        }
        finally
        {
            lock (_gate)
            {
                _inFlight--;
            }
        }
    }

    private Answer Work(SentRequest sent)
    {
        ServiceItem[] items = ServiceItem.Of(sent);
        if (!ServiceItem.IsBatch(sent))
        {
            return Work(items[0]);
        }

        JsonNode[] answers =
        [
            .. items.Select(item => (item, answer: Work(item)))
                .Where(pair => pair.answer != LeftOut)
                .Select(pair => ToNode(pair.item, pair.answer)),
        ];
        return Answer.Json(200, new JsonObject { ["responses"] = new JsonArray([.. Order(answers)]) }.ToJsonString());
    }

    private Answer Work(ServiceItem item)
    {
        int time = _times[(item.ScriptId, item.Method)] = _times.GetValueOrDefault((item.ScriptId, item.Method)) + 1;
        if (Item(item, time) is { } answer)
        {
            return answer;
        }

        RunSummaryCounts held = Held.GetValueOrDefault(item.ScriptId, Initial);
        Held[item.ScriptId] = item.IsWrite ? item.Counts.Or(held) : held;
        return Answer.Json(200, Summary(Held[item.ScriptId]).ToJsonString());
    }

    private static JsonObject Summary(RunSummaryCounts counts)
    {
        JsonObject summary = new() { ["id"] = Recorded.SummaryKey };
        foreach (KeyValuePair<string, int> count in counts.Supplied())
        {
            summary[JsonNamingPolicy.CamelCase.ConvertName(count.Key)] = count.Value;
        }

        return summary;
    }

    private static JsonObject ToNode(ServiceItem item, Answer answer) => new()
    {
        ["id"] = item.Id,
        ["status"] = answer.Status,
        ["headers"] = new JsonObject(answer.Headers.Select(header => KeyValuePair.Create(header.Name, (JsonNode?)header.Value))),
        ["body"] = answer.Body.Length == 0 ? null
            : answer.Body[0] == '<' ? Convert.ToBase64String(answer.Body)
            : JsonNode.Parse(Encoding.UTF8.GetString(answer.Body)),
    };
}
