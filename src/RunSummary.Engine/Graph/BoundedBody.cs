using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>Reads a body into memory, up to a size that no honest answer reaches.</summary>
internal static class BoundedBody
{
    private const int UsualMebibytes = 32;
    private const int BytesOfMebibyte = 1024 * 1024;
    private const int BufferBytes = 16 * 1024;

    /// <exception cref="AnswerException">The body is larger than the bound.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpContent content, CancellationToken cancellationToken, int maximumMebibytes = UsualMebibytes)
    {
#if NET
        using Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        using Stream stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        int maximumBytes = maximumMebibytes * BytesOfMebibyte;
        byte[] body = new byte[FirstSize(content.Headers.ContentLength)];
        int length = 0;
        int count;
#pragma warning disable CA1835 // The overloads on memory aren't there on .NET Framework.
        while ((count = await stream.ReadAsync(body, length, body.Length - length, cancellationToken).ConfigureAwait(false)) > 0)
#pragma warning restore CA1835
        {
            length += count;
            if (length > maximumBytes)
            {
                throw new AnswerException(Strings.AnswerTooLarge.With(maximumMebibytes));
            }

            if (length == body.Length)
            {
                Array.Resize(ref body, Math.Min(length * 2, maximumBytes + 1));
            }
        }

        return body.AsMemory(0, length);
    }

    // With room for one byte more, so that the end shows without another buffer.
    private static int FirstSize(long? said) => said is >= 0 and < BufferBytes * 4 ? (int)said + 1 : BufferBytes;
}
