using System;
using System.IO;

namespace RunSummary.Engine.Tests.Support;

/// <summary>A body of blanks: so many bytes, and then its end or a failure.</summary>
internal sealed class ScriptedStream(long length, Func<Exception>? failure = null) : Stream
{
    /// <summary>How many bytes were read from it.</summary>
    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Given;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int given = (int)Math.Min(count, length - Given);
        if (given == 0 && failure is not null)
        {
            throw failure();
        }

        buffer.AsSpan(offset, given).Fill((byte)' ');
        Given += given;
        return given;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
