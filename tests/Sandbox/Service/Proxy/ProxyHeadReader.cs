using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace RunSummary.Sandbox.Service;

/// <summary>Reads a connection's head, and keeps what came along behind it.</summary>
internal sealed class ProxyHeadReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>The first bytes of a body, or of a tunnel.</summary>
    public ReadOnlyMemory<byte> Rest => _buffer.AsMemory(_start.._end);

    /// <returns>Null where the client closed before it had sent a whole head.</returns>
    /// <exception cref="BadHttpRequestException">The head is malformed or too large.</exception>
    public async Task<ProxyHead?> ReadAsync(CancellationToken cancellationToken)
    {
        int length = HeadLength();
        while (length < 0)
        {
            if (_end == _buffer.Length)
            {
                throw new BadHttpRequestException("The head is too large.", StatusCodes.Status431RequestHeaderFieldsTooLarge);
            }

            int count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return null;
            }

            _end += count;
            length = HeadLength();
        }

        _start = length + "\r\n\r\n"u8.Length;
        return new ProxyHead(Encoding.Latin1.GetString(_buffer, 0, length));
    }

    private int HeadLength() => _buffer.AsSpan(0, _end).IndexOf("\r\n\r\n"u8);
}
