using System;
using System.Buffers;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using RunSummary.Resources;

namespace RunSummary.Engine.Graph;

/// <summary>Reads a body up to a size that no honest answer reaches.</summary>
internal static class BoundedBody
{
    private const int UsualMebibytes = 32;
    private const int BytesOfMebibyte = 1024 * 1024;
    private const int BufferBytes = 16 * 1024;

    // Most of a page at once: each read may be a wait.
    private const int StreamedBytes = 64 * 1024;

    /// <summary>Reads it into memory.</summary>
    /// <exception cref="AnswerException">The body is larger than the bound.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpContent content, CancellationToken cancellationToken, int maximumMebibytes = UsualMebibytes)
    {
        using Stream stream = await OpenAsync(content, cancellationToken).ConfigureAwait(false);
        byte[] body = new byte[FirstSize(content.Headers.ContentLength)];
        int length = 0;
        int count;
        while ((count = await FillAsync(stream, body, length, cancellationToken).ConfigureAwait(false)) > 0)
        {
            length += count;
            RequireWithin(maximumMebibytes, length);
            body = WithRoom(maximumMebibytes, body, length);
        }

        return body.AsMemory(0, length);
    }

    /// <summary>Gives it to a reader as it arrives. Only what the reader leaves is held.</summary>
    /// <exception cref="AnswerException">The body is larger than the bound, or makes no sense to the reader.</exception>
    public static async Task ReadAsync(HttpContent content, IBodyReader reader, CancellationToken cancellationToken)
    {
        using Stream stream = await OpenAsync(content, cancellationToken).ConfigureAwait(false);
        byte[] rented = ArrayPool<byte>.Shared.Rent(StreamedBytes);
        byte[] buffer = rented;
        int held = 0;
        int count;
        long length = 0;
        do
        {
            count = await FillAsync(stream, buffer, held, cancellationToken).ConfigureAwait(false);
            length += count;
            RequireWithin(UsualMebibytes, length);
            held = Read(reader, buffer, held + count, isLast: count == 0);
            buffer = WithRoom(UsualMebibytes, buffer, held);
        }
        while (count > 0);

        // Not where it ends otherwise: a read that is given up may still write to it.
        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>Whether it says that a body, of which the headers came, broke off, is too large, or isn't compressed as it says.</summary>
    public static bool IsUnreadable(Exception exception) =>
        exception is IOException or HttpRequestException or InvalidDataException or AnswerException
            || (exception is InvalidOperationException and not ObjectDisposedException); // Brotli's.

    /// <summary>Says how many bytes the reader left, and moves them to the front.</summary>
    private static int Read(IBodyReader reader, byte[] buffer, int length, bool isLast)
    {
        int consumed = reader.Read(buffer.AsSpan(0, length), isLast);
        buffer.AsSpan(consumed, length - consumed).CopyTo(buffer);
        return length - consumed;
    }

    private static void RequireWithin(int maximumMebibytes, long length)
    {
        if (length > (long)maximumMebibytes * BytesOfMebibyte)
        {
            throw new AnswerException(Strings.AnswerTooLarge.With(maximumMebibytes));
        }
    }

    // One byte more than is allowed, so that it shows.
    private static byte[] WithRoom(int maximumMebibytes, byte[] buffer, int length)
    {
        if (length == buffer.Length)
        {
            Array.Resize(ref buffer, Math.Min(length * 2, (maximumMebibytes * BytesOfMebibyte) + 1));
        }

        return buffer;
    }

#if NET
    private static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync(cancellationToken);
#else
    private static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
    }
#endif

#pragma warning disable CA1835 // The overloads on memory aren't there on .NET Framework.
    private static Task<int> FillAsync(Stream stream, byte[] buffer, int from, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer, from, buffer.Length - from, cancellationToken);
#pragma warning restore CA1835

    // With room for one byte more, so that the end shows without another buffer.
    private static int FirstSize(long? said) => said is >= 0 and < BufferBytes * 4 ? (int)said + 1 : BufferBytes;
}
