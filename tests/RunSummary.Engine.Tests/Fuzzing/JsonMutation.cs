using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace RunSummary.Engine.Tests.Fuzzing;

/// <summary>Changes what JSON says and leaves it JSON, so that what is behind the tokenizer is reached.</summary>
internal sealed class JsonMutation(IReadOnlyList<byte[]> corpus, Random random)
{
    private static readonly byte[][] AnyValues = Array.ConvertAll(
        new[]
        {
            "null", "true", "false", "0", "-0", "-1", "0.5", "1e400", "-1e-400", "2147483647", "2147483648", "-2147483649", "9223372036854775808", "{}", "[]", "[null]", "[{}]", "\"\"",
            "\" \"", "\"0\"", "\"-1\"", "\"1e9\"", "\"NaN\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\u001b[31m\"", "\"\\r\\n\"", "\"\\u2028\\u202e\"", "\"\ud83d\ude00\"",
            "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"Fri, 31 Dec 9999 23:59:59 GMT\"", "\"10675199.02:48:05.4775807\"", "\"P99999999999D\"", "\"-P1Y\"",
            "\"00000000-0000-0000-0000-000000000000\"", "\"https://x@graph.microsoft.com:0/\"", "\"//x\"", "\"{\\\"Message\\\":{},\\\"RetryAfter\\\":1e308}\"", "\"4294967295\"",
        },
        Encoding.UTF8.GetBytes);

    // What the corpus holds makes names and values of a wrong kind, but of the right spelling.
    private readonly byte[][] _values = [.. corpus.SelectMany(json => JsonPieces.Of(json).Values.Select(value => json[value]))];
    private readonly byte[][] _names = [.. corpus.SelectMany(json => JsonPieces.Of(json).Members.Select(member => json[member.Name]))];

    /// <summary>Whether the corpus is JSON at all.</summary>
    public bool IsOfUse => _values.Length > 0;

    /// <summary>Makes one change; none where there is no JSON to change.</summary>
    public void Change(List<byte> bytes)
    {
        JsonPieces pieces = JsonPieces.Of([.. bytes]);
        if (pieces.Members.Count == 0 || random.Next(2) == 0)
        {
            ChangeValue(bytes, pieces.Values);
        }
        else
        {
            ChangeMember(bytes, pieces.Members);
        }
    }

    private void ChangeValue(List<byte> bytes, List<Range> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        Range place = values[random.Next(values.Count)];
        byte[] value = Of(bytes, place);
        Replace(bytes, place, random.Next(8) switch
        {
            < 4 => Pick(AnyValues),
            4 => Pick(_values),
            5 => Long(),
            6 => Nested("[", value, "]"),
            _ => Nested($"{{{Name()}", value, "}"),
        });
    }

    private void ChangeMember(List<byte> bytes, List<(Range Name, Range Whole)> members)
    {
        (Range name, Range whole) = members[random.Next(members.Count)];
        switch (random.Next(4))
        {
            case 0:
                Drop(bytes, whole);
                break;
            case 1:
                Replace(bytes, whole, [.. Of(bytes, whole), (byte)',', .. Of(bytes, whole)]);
                break;
            case 2:
                Replace(bytes, name, Encoding.UTF8.GetBytes(Name()));
                break;
            default:
                Replace(bytes, whole, [.. Of(bytes, whole), (byte)',', .. Encoding.UTF8.GetBytes(Name()), .. Pick(AnyValues)]);
                break;
        }
    }

    // One comma goes with it.
    private static void Drop(List<byte> bytes, Range place)
    {
        (int start, int length) = place.GetOffsetAndLength(bytes.Count);
        int end = start + length;
        if (end < bytes.Count && bytes[end] == ',')
        {
            end++;
        }
        else if (start > 0 && bytes[start - 1] == ',')
        {
            start--;
        }

        bytes.RemoveRange(start, end - start);
    }

    private string Name() => _names.Length > 0 && random.Next(4) > 0 ? Encoding.UTF8.GetString(Pick(_names)) : $"\"{(random.Next(2) == 0 ? "" : "\\ud800")}\":";

    private byte[] Long()
    {
        string[] units = ["x", "\\u0041", "\\ud83d", "\\\\", "é", " ", "9", "0."];
        string text = string.Concat(Enumerable.Repeat(Pick(units), random.Next(1, random.Next(4) == 0 ? 5_000 : 200)));
        return Encoding.UTF8.GetBytes($"\"{text}{(random.Next(4) == 0 ? "\\udc00" : "")}\"");
    }

    // Around the 64 levels that are read by default, or a few.
    private byte[] Nested(string open, byte[] value, string close)
    {
        int depth = random.Next(3) == 0 ? random.Next(50, 100) : random.Next(1, 4);
        return [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, depth))), .. value, .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(close, depth)))];
    }

    private static byte[] Of(List<byte> bytes, Range place)
    {
        (int start, int length) = place.GetOffsetAndLength(bytes.Count);
        return [.. bytes.GetRange(start, length)];
    }

    private static void Replace(List<byte> bytes, Range place, byte[] value)
    {
        (int start, int length) = place.GetOffsetAndLength(bytes.Count);
        bytes.RemoveRange(start, length);
        bytes.InsertRange(start, value);
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
