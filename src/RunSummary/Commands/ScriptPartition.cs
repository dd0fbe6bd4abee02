using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RunSummary.Commands;

/// <summary>
/// One of several parts that the tenant's scripts are split into by their ids: the same on every machine, each script in exactly one.
/// The part is the first eight bytes of the SHA-256 of the id's text (lower case, with hyphens), as a big-endian number, modulo the count.
/// </summary>
/// <param name="index">Which part, from 0.</param>
/// <param name="count">How many parts there are.</param>
internal sealed class ScriptPartition(int index, int count)
{
    private const int HashBytes = sizeof(ulong);

    public bool Takes(DeviceScript script) => count == 1 || IndexOf(script.ScriptId) == index;

    private int IndexOf(string scriptId)
    {
        using SHA256 hash = SHA256.Create();
        byte[] bytes = hash.ComputeHash(Encoding.ASCII.GetBytes(scriptId.ToLower(CultureInfo.InvariantCulture)));
        ulong number = 0;
        for (int position = 0; position < HashBytes; position++)
        {
            number = (number << 8) | bytes[position];
        }

        return (int)(number % (ulong)count);
    }
}
