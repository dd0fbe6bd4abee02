using System;
using System.Collections.Generic;
using System.IO;

namespace RunSummary.Engine.Journal;

/// <summary>Gives the lines of a file one by one, so that memory doesn't grow with it.</summary>
internal static class JournalLines
{
    /// <summary>Far more than a line of ours takes, in bytes. A device can be read forever without an end of a line.</summary>
    public const int MaximumLength = 1 << 20;

    /// <summary>Gives the lines without their ends, each good until the next is taken. One that is too long is cut off, and the last.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Read(Stream file)
    {
        byte[] buffer = new byte[MaximumLength];
        int length = 0;
        int read;
        while ((read = file.Read(buffer, length, buffer.Length - length)) > 0)
        {
            length += read;
            int start = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', start, length - start)) >= 0; start = end + 1)
            {
                yield return buffer.AsMemory(start, end - start);
            }

            length -= start;
            Buffer.BlockCopy(buffer, start, buffer, 0, length);
        }

        if (length > 0)
        {
            yield return buffer.AsMemory(0, length);
        }
    }
}
