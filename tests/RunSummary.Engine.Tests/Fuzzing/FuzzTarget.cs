using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Security.Cryptography;

namespace RunSummary.Engine.Tests.Fuzzing;

/// <summary>A parser of bytes from outside, and what it may throw where the bytes make no sense.</summary>
/// <param name="Name">Also the folder of its corpus.</param>
/// <param name="Read">Reads bytes to their end, and gives what they say; null for nothing.</param>
/// <param name="IsRefusal">Whether an exception is one that callers turn into ResponseInvalid or another error of theirs.</param>
internal sealed record FuzzTarget(string Name, Func<byte[], object?> Read, Func<Exception, bool> IsRefusal)
{
    // What reading may allocate for each byte that came, beyond what it takes anyway.
    private const long AllocatedByByte = 64;

    // Code that runs for the first time allocates more, and a busy machine is slow; what isn't the bytes' fault passes.
    private const int Tries = 5;

    /// <summary>What reading may allocate whatever comes, in bytes.</summary>
    public long Anyway { get; init; } = 8 * 1024;

    /// <summary>How long reading may take: far longer than it does anywhere.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many inputs tests feed, made of the corpus.</summary>
    public int Inputs { get; init; } = 4_000;

    /// <summary>Makes what doesn't belong in a repository.</summary>
    public Func<IReadOnlyList<byte[]>> Made { get; init; } = () => [];

    /// <summary>Where what made a parser fail is written, to be added to the corpus.</summary>
    private static string Findings => Path.Combine(Path.GetTempPath(), "RunSummary-fuzz");

    private string Folder => Path.Combine(AppContext.BaseDirectory, "Fuzzing", "Corpus", Name);

    /// <summary>Inputs as they come, and those that were found to be mishandled once.</summary>
    public IReadOnlyList<byte[]> Corpus(bool withFound = true) =>
    [
        .. (Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder) : [])
            .Where(file => withFound || !Path.GetFileName(file).StartsWith("found-", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes),
        .. Made(),
    ];

    /// <summary>Feeds bytes, and gives what went wrong; null where they were read or refused, within the bounds.</summary>
    public string? Feed(byte[] bytes)
    {
        string? excess = null;
        try
        {
            return Enumerable.Range(0, Tries).Any(_ => (excess = Excess(bytes)) is null) ? null : Found(bytes, excess!);
        }
#pragma warning disable CA1031 // Whatever else comes out is the finding.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Found(bytes, $"{exception}");
        }
    }

    private string? Excess(byte[] bytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        try
        {
            Read(bytes);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            // Refused: all that may happen but a value.
        }

        TimeSpan took = Stopwatch.GetElapsedTime(start);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return allocated > Anyway + (AllocatedByByte * bytes.Length) ? $"{bytes.Length} bytes took {allocated} bytes of memory."
            : took > Patience ? $"{bytes.Length} bytes took {took.TotalSeconds} s."
            : null;
    }

    private string Found(byte[] bytes, string what)
    {
        string file = Path.Combine(Directory.CreateDirectory(Findings).FullName, $"{Name}-{Convert.ToHexString(SHA256.HashData(bytes))[..16]}");
        File.WriteAllBytes(file, bytes);
        return $"{what}{Environment.NewLine}The bytes are in {file}.";
    }
}
