using System;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RunSummary.Engine.Tests.Support;

/// <summary>A read or write of a run summary as it reached the service: alone, without an id, or in a batch.</summary>
internal sealed record ServiceItem(string Id, string Method, string Path, JsonObject? Body)
{
    public bool IsWrite => Method == "PATCH";

    public Guid ScriptId { get; } = Guid.Parse(Path.Split('/')[^2]);

    /// <summary>The counts that it writes.</summary>
    public RunSummaryCounts Counts => RunSummaryCounts.Read(name => (int?)Body?[JsonNamingPolicy.CamelCase.ConvertName(name)]);

    public static ServiceItem[] Of(SentRequest sent)
    {
        string path = sent.Address.AbsolutePath;
        JsonObject? body = sent.Body is null ? null : JsonNode.Parse(sent.Body)!.AsObject();
        return IsBatch(sent)
            ? [.. body!["requests"]!.AsArray().Select(item => OfBatch(item!.AsObject()))]
            : [new ServiceItem("", sent.Method, path[path.IndexOf('/', 1)..], body)];
    }

    public static bool IsBatch(SentRequest sent) => sent.Address.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal);

    private static ServiceItem OfBatch(JsonObject item) =>
        new((string)item["id"]!, (string)item["method"]!, (string)item["url"]!, item["body"]?.AsObject());
}
