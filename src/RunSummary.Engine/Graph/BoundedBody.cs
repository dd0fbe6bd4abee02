using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>Reads a body into memory, up to a size that no honest answer reaches.</summary>
internal static class BoundedBody
{
    private const int MaximumMebibytes = 32;
    private const int MaximumBytes = MaximumMebibytes * 1024 * 1024;
    private const int BufferBytes = 16 * 1024;

    /// <exception cref="AnswerException">The body is larger than the bound.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using MemoryStream body = new();
#if NET
        using Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        using Stream stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        byte[] buffer = new byte[BufferBytes];
        int count;
#pragma warning disable CA1835 // The overloads on memory aren't there on .NET Framework.
        while ((count = await stream.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)) > 0)
#pragma warning restore CA1835
        {
            body.Write(buffer, 0, count);
            if (body.Length > MaximumBytes)
            {
                throw new AnswerException(Strings.AnswerTooLarge.With(MaximumMebibytes));
            }
        }

        return body.ToArray();
    }
}
