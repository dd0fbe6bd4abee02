using System;
using System.Collections.Generic;
using System.Text;

namespace RunSummary.Engine.Tests.Fuzzing;

/// <summary>
/// Makes inputs of a corpus: changed, cut, doubled, mixed with one another and with what parsers trip over; about half of them as JSON
/// that says something else, where it is JSON.
/// </summary>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus, Random random)
{
    private const int MaximumLength = 64 * 1024;

    private static readonly byte[][] Pieces = Array.ConvertAll(
        new[]
        {
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\n", "\0", "null", "true", "\"\\ud800\"", "\\u0000", "1e400", "-0", "2147483648", "99999999999999999999", "0.5",
            "\"value\":[", "\"@odata.nextLink\":", "\"error\":{", "\"id\":\"1\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"P99999999999D\"", "/*", "//", "@", "%00", "?", "=", "\r\n", "\u00e9", "\ud83d\ude00",
        },
        Encoding.UTF8.GetBytes);

    private readonly JsonMutation _json = new(corpus, random);

    public IEnumerable<byte[]> Endless()
    {
        while (true)
        {
            yield return Next();
        }
    }

    public byte[] Next()
    {
        List<byte> bytes = [.. Pick(corpus)];
        Action<List<byte>> change = _json.IsOfUse && random.Next(2) == 0 ? _json.Change : Change;
        for (int times = random.Next(1, 6); times > 0; times--)
        {
            change(bytes);
        }

        return [.. bytes.Count <= MaximumLength ? bytes : bytes.GetRange(0, MaximumLength)];
    }

    private void Change(List<byte> bytes)
    {
        int place = random.Next(bytes.Count + 1);
        int length = random.Next(Math.Min(bytes.Count - place, 64) + 1);
        switch (random.Next(7))
        {
            case 0:
                bytes.Insert(place, (byte)random.Next(256));
                break;
            case 1:
                bytes.RemoveRange(place, length);
                break;
            case 2:
                bytes.InsertRange(place, bytes.GetRange(place, length));
                break;
            case 3:
                bytes.InsertRange(place, Pick(Pieces));
                break;
            case 4:
                bytes.RemoveRange(place, bytes.Count - place);
                break;
            case 5:
                byte[] other = Pick(corpus);
                bytes.InsertRange(place, other.AsSpan(random.Next(other.Length + 1)).ToArray());
                break;
            default:
                // Deep or long, as nobody writes it.
                bytes.InsertRange(place, Repeated(Pick(Pieces), random.Next(1, 400)));
                break;
        }

        if (bytes.Count > 0)
        {
            bytes[random.Next(bytes.Count)] ^= (byte)(random.Next(4) == 0 ? 1 << random.Next(8) : 0);
        }
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private static IEnumerable<byte> Repeated(byte[] piece, int times)
    {
        for (; times > 0; times--)
        {
            foreach (byte value in piece)
            {
                yield return value;
            }
        }
    }
}
