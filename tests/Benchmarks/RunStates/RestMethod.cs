using System;
using System.Linq;
using System.Management.Automation;
using System.Net.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace RunSummary.Benchmarks.RunStates;

/// <summary>
/// What Invoke-RestMethod does, which the hosted engine doesn't have: the answer as a text, the text as a tree of Newtonsoft.Json, and the
/// tree as objects of PowerShell. It keeps its connection and doesn't look for names that differ in case, so it is a bit faster.
/// </summary>
internal sealed class RestMethod(HttpClient http) : IDisposable
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        TypeNameHandling = TypeNameHandling.None,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        MaxDepth = 1024,
    };

    public object? Get(string uri) => ToObject(JsonConvert.DeserializeObject<JToken>(http.GetStringAsync(new Uri(uri)).GetAwaiter().GetResult(), Settings));

    public void Dispose() => http.Dispose();

    private static object? ToObject(JToken? json) => json switch
    {
        JObject properties => ToObject(properties),
        JArray items => items.Select(ToObject).ToArray(),
        JValue value => value.Value,
        _ => null,
    };

    private static PSObject ToObject(JObject json)
    {
        PSObject result = new(json.Count);
        foreach ((string name, JToken? value) in json)
        {
            result.Properties.Add(new PSNoteProperty(name, ToObject(value)));
        }

        return result;
    }
}
