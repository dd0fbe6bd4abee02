using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using RunSummary.Engine.Graph;
using RunSummary.Resources;

namespace RunSummary.Engine.Bulk;

/// <summary>Writes and reads the bodies of <c>$batch</c>. An item's id is its place in the request.</summary>
internal static class BatchJson
{
    /// <summary>The service's limit.</summary>
    public const int MaximumItems = 20;

    /// <summary>Writes the body of a batch.</summary>
    /// <param name="json">Takes the body.</param>
    /// <param name="requests">Up to 20 requests.</param>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<GraphRequest> requests)
    {
        json.WriteStartObject();
        json.WriteStartArray("requests");
        for (int index = 0; index < requests.Count; index++)
        {
            WriteItem(json, requests[index], index);

            // So that the writer's own buffer stays small.
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Gives the answer to each of the requests; null for one that the service left out.</summary>
    /// <param name="envelope">The answer to the batch.</param>
    /// <param name="count">How many requests there were.</param>
    /// <exception cref="AnswerException">The body isn't a batch's answer.</exception>
    public static GraphResponse?[] Read(GraphResponse envelope, int count)
    {
        GraphResponse?[] answers = new GraphResponse?[count];
        try
        {
            Utf8JsonReader json = new(envelope.Body.Span);
            json.Read();
            RequireToken(json, JsonTokenType.StartObject, "responses");
            bool isFound = false;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                bool isResponses = json.ValueTextEquals("responses");
                json.Read();
                if (isResponses)
                {
                    RequireToken(json, JsonTokenType.StartArray, "responses");
                    ReadItems(ref json, envelope, answers);
                    isFound = true;
                }
                else
                {
                    json.Skip();
                }
            }

            // Anything after the object's end, or none of it, is no whole answer.
            return isFound && !json.Read() ? answers : throw AnswerException.Property("responses");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new AnswerException(Strings.AnswerNotJson.With(GraphJson.Beginning(envelope.Body.Span)));
        }
    }

    private static void WriteItem(Utf8JsonWriter json, GraphRequest request, int index)
    {
        json.WriteStartObject();
        json.WriteString("id", Id(index));
        json.WriteString("method", request.Method.Method);
        json.WriteString("url", "/" + request.Path);
        if (request.WriteBody is { } writeBody)
        {
            json.WriteStartObject("headers");
            json.WriteString("Content-Type", "application/json");
            json.WriteEndObject();
            json.WritePropertyName("body");
            writeBody(json);
        }

        json.WriteEndObject();
    }

    private static void ReadItems(ref Utf8JsonReader json, GraphResponse envelope, GraphResponse?[] answers)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            RequireToken(json, JsonTokenType.StartObject, "responses");
            BatchItemReader item = new(envelope);
            item.Read(ref json);

            // The first answer to an id stands; one to an id that wasn't asked for is nobody's, and one without a status is none.
            if (item.Index is { } index && index < answers.Length && item.HasStatus)
            {
                answers[index] ??= item.ToResponse();
            }
        }
    }

    private static string Id(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private static void RequireToken(in Utf8JsonReader json, JsonTokenType type, string name)
    {
        if (json.TokenType != type)
        {
            throw AnswerException.Property(name);
        }
    }
}
