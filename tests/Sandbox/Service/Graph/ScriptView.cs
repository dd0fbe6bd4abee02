using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>A script as a query wants to see it.</summary>
internal static class ScriptView
{
    public static ODataQuery Query(GraphCall call, bool collection) =>
        new(call.Request, new ODataShape(call.Names.TypeName, ScriptJson.Properties(call.Family), "runSummary"), collection);

    public static JsonObject Of(GraphCall call, SandboxScript script, ScriptStore store, ODataQuery query)
    {
        JsonObject json = query.Reduce(ScriptJson.Of(script));
        if (query.Expanded && store.Summary(script.Id) is ScriptSummary summary)
        {
            json["runSummary@odata.context"] = RunSummaryResource.Context(call, script);
            json["runSummary"] = ScriptJson.Of(summary);
        }

        return json;
    }
}
