using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary><c>{family}/{id}/runSummary</c></summary>
internal static class RunSummaryResource
{
    private const string ContextName = "@odata.context";

    private static readonly ODataShape Shape = new(ScriptJson.SummaryType, ScriptJson.SummaryProperties);

    public static GraphResource Resource(ScriptStore store) =>
        new GraphResource(rest => rest is [_, "runSummary"])
            .On("GET", call => Get(call, store))
            .On("PATCH", call => Patch(call, store));

    public static string Context(GraphCall call, SandboxScript script, string projection = "") =>
        call.Context($"('{script.Id}')/runSummary{projection}/$entity");

    private static SandboxAnswer Get(GraphCall call, ScriptStore store)
    {
        ODataQuery query = new(call.Request, Shape, collection: false);
        SandboxScript script = call.Script(store);
        ScriptSummary summary = store.Summary(script.Id) ?? throw IntuneErrors.NotFound(call.Request);
        string context = Context(call, script, query.Projection);
        if (query.Select.Count == 0)
        {
            return GraphCall.Ok(ScriptJson.Written(summary, [(ContextName, context)]));
        }

        JsonObject json = query.Reduce(ScriptJson.Of(summary));
        json.Insert(0, ContextName, context);
        return GraphCall.Ok(json);
    }

    private static SandboxAnswer Patch(GraphCall call, ScriptStore store)
    {
        SandboxScript script = call.Script(store);
        ScriptSummary before = store.Summary(script.Id) ?? throw IntuneErrors.NotFound(call.Request);
        RunSummaryPatch patch = RunSummaryPatch.Read(call.Request, before.Id);
        ScriptSummary after = store.ChangeSummary(script.Id, patch.Apply) ?? throw IntuneErrors.NotFound(call.Request);
        return GraphCall.Ok(ScriptJson.Written(after, [(ContextName, Context(call, script)), ("@odata.type", "#" + ScriptJson.SummaryType)]));
    }
}
