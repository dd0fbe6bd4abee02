using System;
using System.Collections.Generic;
using System.Text.Json;

namespace RunSummary.Sandbox.Service;

/// <summary>A request's body as a JSON object, each name once.</summary>
internal static class JsonPayload
{
    public static IEnumerable<JsonProperty> Read(SandboxRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Body))
        {
            throw Unreadable();
        }

        string mediaType = (request.Header("Content-Type") ?? "").Split(';')[0].Trim();
        if (!mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusalException(GraphErrors.Of(415, "UnsupportedMediaType", $"The media type '{mediaType}' is not supported. Use 'application/json'."));
        }

        JsonElement root = Parse(request.Body);
        return root.ValueKind == JsonValueKind.Object ? EachOnce(root) : throw Unreadable();
    }

    private static JsonElement Parse(string body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            throw Unreadable();
        }
    }

    private static List<JsonProperty> EachOnce(JsonElement root)
    {
        HashSet<string> names = [];
        List<JsonProperty> properties = [];
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (!names.Add(property.Name))
            {
                throw GraphErrors.BadRequest($"Multiple properties with the name '{property.Name}' were detected in a resource or a complex value. According to OData protocol, duplicate property names are not allowed.");
            }

            properties.Add(property);
        }

        return properties;
    }

    private static RefusalException Unreadable() =>
        GraphErrors.BadRequest("Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.");
}
