using System;
using System.Collections.Generic;
using System.IO.Compression;
using System.Linq;
using System.Text;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Graph;
using RunSummary.Engine.RunStates;
using RunSummary.Engine.RunSummaries;
using RunSummary.Engine.Scripts;
using RunSummary.Engine.Tests.RunStates;
using RunSummary.Engine.Tests.Support;
using RunSummary.Errors;

namespace RunSummary.Engine.Tests.Fuzzing;

/// <summary>Every parser of bytes that come from outside.</summary>
internal static class FuzzTargets
{
    // A key that takes as many rounds as .NET allows takes seconds on a slow machine.
    private static readonly TimeSpan OfKey = TimeSpan.FromSeconds(30);

    // A session of its own for each input.
    private const long OfSession = 128 * 1024;

    public static IReadOnlyDictionary<string, FuzzTarget> All { get; } = new[]
    {
        Answer("summary", bytes => RunSummaryJson.Read(bytes, GraphBench.Script)),
        Answer("updated", bytes => RunSummaryJson.ReadUpdated(bytes, new RunSummaryUpdate(GraphBench.Script, GraphBench.Counts(errorDevice: 0), RunSummaryId: null))),
        Answer("script", bytes => DeviceScriptJson.Read(GraphJson.Parse(bytes), DeviceScriptType.Shell)),
        Answer("scripts", bytes => ListedPage<DeviceScript>.Read(bytes, json => DeviceScriptJson.Read(json, DeviceScriptType.Shell))),
        Answer("listed-states", AnswerReading.States),
        Answer("batch", AnswerReading.Batch),
        Answer("device-states", bytes => PageBytes.Read<DeviceStateCounts>(bytes, Cuts(bytes))),
        Answer("user-states", bytes => PageBytes.Read<UserStateCounts>(bytes, Cuts(bytes))),
        Failing("sign-in", AnswerReading.SignIn, ErrorId.ResponseInvalid) with { Anyway = 16 * 1024 },
        Harmless("error", AnswerReading.Error),
        Harmless("retry-after", AnswerReading.RetryAfter),
        Harmless("token", bytes => TokenClaims.Read($"e30.{Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_').TrimEnd('=')}.c2ln") is { IsKnown: true } claims ? claims : null),
        Failing("given-token", AnswerReading.GivenToken, ErrorId.AuthenticationFailed),
        Harmless("challenge", bytes => ClaimsChallenge.Read(Encoding.Latin1.GetString(bytes))),
        Failing("next-link", ExchangeReading.NextLink, ErrorId.ResponseInvalid, ErrorId.EndpointNotSecure) with { Anyway = OfSession },
        Failing("gzip", ExchangeReading.Compressed(stream => new GZipStream(stream, CompressionMode.Decompress)), ErrorId.ResponseInvalid) with { Anyway = OfSession },
        Failing("deflate", ExchangeReading.Compressed(stream => new ZLibStream(stream, CompressionMode.Decompress)), ErrorId.ResponseInvalid) with { Anyway = OfSession },
        Failing("brotli", ExchangeReading.Compressed(stream => new BrotliStream(stream, CompressionMode.Decompress)), ErrorId.ResponseInvalid) with { Anyway = OfSession },
        Failing("journal", FileReading.Journal, ErrorId.JournalInvalid) with { Anyway = FileReading.OfLine },
        Failing("resumed-journal", FileReading.ResumedJournal, ErrorId.JournalInvalid) with { Anyway = FileReading.OfLine * 2, Inputs = 1_000 },
        Failing("certificate-pfx", FileReading.Certificate, ErrorId.CertificateInvalid) with { Made = () => [FuzzCertificate.Pfx], Inputs = 500, Patience = OfKey },
        Failing("certificate-pem", FileReading.Certificate, ErrorId.CertificateInvalid) with { Made = () => [FuzzCertificate.Pem], Inputs = 500, Patience = OfKey },
    }.ToDictionary(target => target.Name);

    private static FuzzTarget Answer(string name, Func<byte[], object?> read) => new(name, read, exception => exception is AnswerException);

    private static FuzzTarget Failing(string name, Func<byte[], object?> read, params ErrorId[] ids) =>
        new(name, read, exception => exception is FailureException { Failure.Id: var id } && ids.Contains(id));

    // What is only looked at for more details never fails.
    private static FuzzTarget Harmless(string name, Func<byte[], object?> read) => new(name, read, _ => false);

    // Where a network would cut them differs from one input to the next, and is the same for the same input.
    private static IEnumerable<int> Cuts(byte[] bytes)
    {
        Random random = new(bytes.Length ^ bytes.Sum(value => value));
        return [.. Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(bytes.Length + 1))];
    }
}
