using System;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RunSummary.Sandbox.Service;

/// <summary>The parameter 'claims': what a client wants to see in its tokens.</summary>
internal static class ClaimsRequest
{
    public static JsonObject? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>For a test's own text, which must be right.</summary>
    public static JsonObject Parse(string json) => Read(json) ?? throw new ArgumentException("Not a JSON object.", nameof(json));

    /// <summary>Whether all that is demanded was asked for; more may have been, as MSAL merges in what the client is capable of.</summary>
    public static bool Covers(JsonNode? asked, JsonNode? demanded) => demanded is JsonObject members
        ? asked is JsonObject own && members.All(member => own.ContainsKey(member.Key) && Covers(own[member.Key], member.Value))
        : JsonNode.DeepEquals(asked, demanded);

    /// <summary>What the client says it is capable of ("cp1": it handles claims challenges).</summary>
    public static JsonNode? Capabilities(JsonObject? asked) =>
        ((asked?["access_token"] as JsonObject)?["xms_cc"] as JsonObject)?["values"]?.DeepClone();
}
