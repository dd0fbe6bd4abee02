using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using RunSummary.Engine.Authentication;
using RunSummary.Engine.Bulk;
using RunSummary.Engine.Graph;
using RunSummary.Engine.Journal;
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
    private static readonly Uri s_batch = new("https://graph.microsoft.com/v1.0/$batch");

    public static IReadOnlyDictionary<string, FuzzTarget> All { get; } = new[]
    {
        Answer("summary", bytes => RunSummaryJson.Read(bytes, GraphBench.Script)),
        Answer("scripts", bytes => ListedPage<DeviceScript>.Read(bytes, json => DeviceScriptJson.Read(json, DeviceScriptType.Shell))),
        Answer("listed-states", ReadStates),
        Answer("batch", ReadBatch),
        Answer("device-states", bytes => PageBytes.Read<DeviceStateCounts>(bytes, Cuts(bytes))),
        Answer("user-states", bytes => PageBytes.Read<UserStateCounts>(bytes, Cuts(bytes))),
        new FuzzTarget("journal", ReadJournal, exception => exception is FailureException { Failure.Id: ErrorId.JournalInvalid })
        {
            // A buffer for the longest line.
            Anyway = JournalLines.MaximumLength + (256 * 1024),
        },
        Harmless("error", bytes => GraphError.Read(bytes)),
        Harmless("token", bytes => TokenClaims.Read($"e30.{Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_').TrimEnd('=')}.c2ln")),
        Harmless("challenge", bytes => ClaimsChallenge.Read(Encoding.Latin1.GetString(bytes))),
    }.ToDictionary(target => target.Name);

    private static FuzzTarget Answer(string name, Action<byte[]> read) => new(name, read, exception => exception is AnswerException);

    // What is only looked at for more details never fails.
    private static FuzzTarget Harmless(string name, Action<byte[]> read) => new(name, read, _ => false);

    private static void ReadStates(byte[] bytes)
    {
        ListedPage<DeviceScriptDeviceState>.Read(bytes, json => RunStateJson.ReadDevice(json, GraphBench.Script));
        ListedPage<DeviceScriptUserState>.Read(bytes, json => RunStateJson.ReadUser(json, GraphBench.Script));
    }

    private static void ReadBatch(byte[] bytes)
    {
        foreach (GraphResponse? item in BatchJson.Read(new GraphResponse(200, bytes) { Address = s_batch }, 2))
        {
            GraphError.Read(item?.Body ?? default);
        }
    }

    private static void ReadJournal(byte[] bytes)
    {
        using MemoryStream file = new(bytes);
        JournalReader.Read(file, runId: null, beginning => new RestorableRun(beginning), NoEvents.Instance);
    }

    // Where a network would cut them differs from one input to the next, and is the same for the same input.
    private static IEnumerable<int> Cuts(byte[] bytes)
    {
        Random random = new(bytes.Length ^ bytes.Sum(value => value));
        return [.. Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(bytes.Length + 1))];
    }
}
