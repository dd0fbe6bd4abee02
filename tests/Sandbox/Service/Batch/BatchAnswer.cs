using System.Buffers;
using System.Collections.Generic;
using System.Text.Json;

namespace RunSummary.Sandbox.Service;

internal sealed record BatchItemAnswer(string Id, SandboxAnswer Answer);

/// <summary>Writes a batch's answer straight to bytes: it must keep up with benchmarks.</summary>
internal static class BatchAnswer
{
    private const int UsualSize = 16 * 1024;

    public static SandboxAnswer Write(IEnumerable<BatchItemAnswer> answers)
    {
        ArrayBufferWriter<byte> buffer = new(UsualSize);
        using Utf8JsonWriter writer = new(buffer, ScriptJson.AsGraphWrites);
        writer.WriteStartObject();
        writer.WriteStartArray("responses");
        foreach (BatchItemAnswer item in answers)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return new SandboxAnswer { Status = 200, Utf8Json = buffer.WrittenMemory };
    }

    private static void Write(Utf8JsonWriter writer, BatchItemAnswer item)
    {
        bool hasBody = item.Answer.Status != 204 && item.Answer is { Json: not null } or { Utf8Json: not null } or { Text.Length: > 0 };
        writer.WriteStartObject();
        writer.WriteString("id", item.Id);
        writer.WriteNumber("status", item.Answer.Status);
        WriteHeaders(writer, item.Answer, hasBody);
        if (hasBody)
        {
            WriteBody(writer, item.Answer);
        }

        writer.WriteEndObject();
    }

    private static void WriteHeaders(Utf8JsonWriter writer, SandboxAnswer answer, bool hasBody)
    {
        writer.WriteStartObject("headers");
        foreach ((string name, string value) in answer.Headers)
        {
            writer.WriteString(name, value);
        }

        if (hasBody)
        {
            writer.WriteString("Content-Type", answer.ContentType);
        }

        writer.WriteEndObject();
    }

    // What isn't JSON comes in base64.
    private static void WriteBody(Utf8JsonWriter writer, SandboxAnswer answer)
    {
        writer.WritePropertyName("body");
        if (answer.Utf8Json is { } written)
        {
            writer.WriteRawValue(written.Span, skipInputValidation: true);
        }
        else if (answer.ReadJson() is { } json)
        {
            json.WriteTo(writer);
        }
        else
        {
            writer.WriteBase64StringValue(answer.BodyBytes().Span);
        }
    }
}
