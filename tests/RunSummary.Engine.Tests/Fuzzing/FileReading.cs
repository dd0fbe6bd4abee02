using System;
using System.IO;
using System.Security.Cryptography.X509Certificates;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Journal;
using RunSummary.Engine.Tests.Support;
using Xunit;

namespace RunSummary.Engine.Tests.Fuzzing;

/// <summary>Reads files that somebody names.</summary>
internal static class FileReading
{
    /// <summary>What a buffer for the longest line of a journal takes, and the rest.</summary>
    public const long OfLine = JournalLines.MaximumLength + (32 * 1024);

    public static object? Journal(byte[] bytes)
    {
        using MemoryStream file = new(bytes);
        return JournalReader.Read(file, runId: null, beginning => new RestorableRun(beginning), NoEvents.Instance)?.Points;
    }

    /// <summary>Goes on with a journal, which has to be one afterwards too.</summary>
    public static object? ResumedJournal(byte[] bytes)
    {
        using JournalFile file = new();
        File.WriteAllBytes(file.Path, bytes);
        ResumableRun? last;
        RunEntry run;
        using (JournalWriter writer = new(file.Path))
        {
            last = writer.ReadLast(NoEvents.Instance);
            last?.AlreadyDone(new RunSummaryUpdate(GraphBench.Script, GraphBench.Counts(errorDevice: 5), RunSummaryId: null));
            run = new RunEntry(last?.Beginning.RunId ?? Guid.NewGuid(), DateTimeOffset.UtcNow, TenantId: null, new Uri("https://graph.microsoft.com"));
            writer.Begin(run, NoEvents.Instance);
        }

        Assert.NotNull(JournalReader.Read(file.Path, run.RunId, beginning => new RestorableRun(beginning), NoEvents.Instance));
        return last;
    }

    public static object? Certificate(byte[] bytes)
    {
        using JournalFile file = new();
        File.WriteAllBytes(file.Path, bytes);
        using X509Certificate2 certificate = SigningCertificate.Open(new FileCertificate(file.Path, Password: null));
        SigningCertificate.RequireUsable(certificate);
        return certificate.Thumbprint;
    }
}
