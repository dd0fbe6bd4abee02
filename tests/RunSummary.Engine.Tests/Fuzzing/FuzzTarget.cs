using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace RunSummary.Engine.Tests.Fuzzing;

/// <summary>A parser of bytes from outside, and what it may throw where the bytes make no sense.</summary>
/// <param name="Name">Also the folder of its corpus.</param>
/// <param name="Read">Reads bytes to their end.</param>
/// <param name="IsRefusal">Whether an exception is one that callers turn into ResponseInvalid or JournalInvalid.</param>
internal sealed record FuzzTarget(string Name, Action<byte[]> Read, Func<Exception, bool> IsRefusal)
{
    // What reading may allocate for each byte that came, beyond what it takes anyway.
    private const long AllocatedByByte = 200;

    /// <summary>What reading may allocate whatever comes, in bytes.</summary>
    public long Anyway { get; init; } = 256 * 1024;

    /// <summary>Where what made a parser fail is written, to be added to the corpus.</summary>
    private static string Findings => Path.Combine(Path.GetTempPath(), "RunSummary-fuzz");

    /// <summary>Inputs as they come, and those that were found to be mishandled once.</summary>
    public IReadOnlyList<byte[]> Corpus(bool withFound = true) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Fuzzing", "Corpus", Name))
            .Where(file => withFound || !Path.GetFileName(file).StartsWith("found-", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes),
    ];

    /// <summary>Feeds bytes, and gives what went wrong; null where they were read or refused, within the bounds.</summary>
    public string? Feed(byte[] bytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Read(bytes);
        }
#pragma warning disable CA1031 // Whatever else comes out is the finding.
        catch (Exception exception) when (!IsRefusal(exception))
#pragma warning restore CA1031
        {
            return Found(bytes, $"{exception}");
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            // Refused: all that may happen but a value.
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return allocated <= Anyway + (AllocatedByByte * bytes.Length) ? null : Found(bytes, $"{bytes.Length} bytes took {allocated} bytes of memory.");
    }

    private string Found(byte[] bytes, string what)
    {
        string file = Path.Combine(Directory.CreateDirectory(Findings).FullName, $"{Name}-{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes))[..16]}");
        File.WriteAllBytes(file, bytes);
        return $"{what}{Environment.NewLine}The bytes are in {file}.";
    }
}
