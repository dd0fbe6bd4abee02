using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary><c>{family}</c>, page by page.</summary>
internal static class ScriptList
{
    public static GraphResource Resource(ScriptStore store, int pageSize) =>
        new GraphResource(rest => rest.Count == 0).On("GET", call => Get(call, store, pageSize));

    private static SandboxAnswer Get(GraphCall call, ScriptStore store, int pageSize)
    {
        ODataQuery query = ScriptView.Query(call, collection: true);
        int size = query.Top ?? pageSize;
        IReadOnlyList<SandboxScript> found = store.After(call.Family, query.Token.After, size + 1, NameFilter.Parse(query.Filter));
        List<SandboxScript> page = [.. found.Take(size)];
        JsonObject json = new() { ["@odata.context"] = call.Context(query.Projection) };
        if (found.Count > size)
        {
            json["@odata.nextLink"] = $"{call.Address}?{query.NextPage(page[^1].Ordinal)}";
        }

        json["value"] = new JsonArray([.. page.Select(script => Listed(ScriptView.Of(call, script, store, query)))]);
        return GraphCall.Ok(json);
    }

    private static JsonObject Listed(JsonObject item)
    {
        if (item.ContainsKey("scriptContent"))
        {
            item["scriptContent"] = null;
        }

        return item;
    }
}
