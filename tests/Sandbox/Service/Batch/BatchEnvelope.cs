using System;
using System.Collections.Generic;
using System.Text.Json;

namespace RunSummary.Sandbox.Service;

/// <summary>What a batch holds, or why it is refused as a whole.</summary>
internal sealed record BatchEnvelope(IReadOnlyList<BatchItem> Items, RefusalException? Refusal)
{
    public const int MostRequests = 20;

    private const string Segment = "/$batch";

    public static bool IsAddressed(string method, string path) =>
        method == "POST" && path.EndsWith(Segment, StringComparison.OrdinalIgnoreCase);

    public static BatchEnvelope Read(SandboxRequest request)
    {
        try
        {
            return new BatchEnvelope(ReadItems(request), null);
        }
        catch (RefusalException refusal)
        {
            return new BatchEnvelope([], refusal);
        }
    }

    private static List<BatchItem> ReadItems(SandboxRequest request)
    {
        JsonElement requests = default;
        foreach (JsonProperty property in JsonPayload.Read(request))
        {
            requests = property.NameEquals("requests") ? property.Value : requests;
        }

        if (requests.ValueKind != JsonValueKind.Array || requests.GetArrayLength() == 0)
        {
            throw BatchItem.Malformed();
        }

        return requests.GetArrayLength() <= MostRequests
            ? ReadItems(request, requests)
            : throw GraphErrors.BadRequest("Number of requests inside batch exceed the limit.");
    }

    private static List<BatchItem> ReadItems(SandboxRequest request, JsonElement requests)
    {
        string version = request.Path[..^Segment.Length];
        HashSet<string> ids = new(StringComparer.OrdinalIgnoreCase);
        List<BatchItem> items = [];
        foreach (JsonElement element in requests.EnumerateArray())
        {
            BatchItem item = BatchItem.Read(request, version, element);
            if (!ids.Add(item.Id))
            {
                throw GraphErrors.BadRequest($"Request Id {item.Id} has to be unique in a batch.");
            }

            items.Add(item);
        }

        return items;
    }
}
