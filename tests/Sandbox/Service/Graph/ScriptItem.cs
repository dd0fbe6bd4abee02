using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary><c>{family}/{id}</c></summary>
internal static class ScriptItem
{
    public static GraphResource Resource(ScriptStore store) =>
        new GraphResource(rest => rest.Count == 1).On("GET", call => Get(call, store));

    private static SandboxAnswer Get(GraphCall call, ScriptStore store)
    {
        ODataQuery query = ScriptView.Query(call, collection: false);
        JsonObject json = ScriptView.Of(call, call.Script(store), store, query);
        json.Insert(0, "@odata.context", call.Context($"{query.Projection}/$entity"));
        return GraphCall.Ok(json);
    }
}
