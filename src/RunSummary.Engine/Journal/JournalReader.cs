using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using RunSummary.Engine.Graph;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Journal;

/// <summary>Reads one run of a journal. A line that a crash left half-written is passed over with a warning.</summary>
internal static class JournalReader
{
    /// <summary>How each line begins.</summary>
    public static ReadOnlySpan<byte> Beginning => "{\"entry\":\""u8;

    /// <summary>Reads a run from a file.</summary>
    /// <exception cref="FailureException">The file can't be read, or isn't a journal.</exception>
    public static TRun? Read<TRun>(string path, Guid? runId, Func<RunEntry, TRun> begin, IEngineEvents events)
        where TRun : JournalRun
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return Read(file, runId, begin, events);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new FailureException(new Failure(ErrorId.JournalInvalid, exception.Message) { Cause = exception });
        }
    }

    /// <summary>Reads a run. Of all others nothing is kept.</summary>
    /// <param name="file">The journal, from its beginning.</param>
    /// <param name="runId">The run; null for the one that began last.</param>
    /// <param name="begin">Makes what keeps the run.</param>
    /// <param name="events">Hears of lines that are passed over.</param>
    /// <returns>The run; null where there is none.</returns>
    /// <exception cref="FailureException">The file isn't a journal.</exception>
    public static TRun? Read<TRun>(Stream file, Guid? runId, Func<RunEntry, TRun> begin, IEngineEvents events)
        where TRun : JournalRun
    {
        HashSet<Guid> begun = [];
        TRun? run = null;
        int number = 0;
        foreach (ReadOnlyMemory<byte> line in JournalLines.Read(file))
        {
            if (ReadLine(line, ++number, events) is not { } entry)
            {
                continue;
            }

            if (begun.Add(entry.RunId))
            {
                // A run begins with a line of its own.
                RunEntry first = entry as RunEntry ?? throw Invalid(number);
                run = runId is null || runId == first.RunId ? begin(first) : run;
            }
            else if (run?.Beginning.RunId == entry.RunId)
            {
                run.Add(entry);
            }
        }

        return run;
    }

    /// <summary>Whether a line is the beginning of one of ours.</summary>
    public static bool IsHalf(ReadOnlySpan<byte> line) =>
        line.Length < Beginning.Length ? Beginning.StartsWith(line) : line.StartsWith(Beginning);

    public static FailureException Invalid(int line) => new(ErrorId.JournalInvalid, Strings.JournalInvalid_Line.With(line));

    private static JournalEntry? ReadLine(ReadOnlyMemory<byte> line, int number, IEngineEvents events)
    {
        try
        {
            return line.Length == JournalLines.MaximumLength ? throw Invalid(number)
                : IsBlank(line.Span) ? null
                : JournalJson.Read(line);
        }
        catch (JsonException) when (IsHalf(line.Span))
        {
            events.Warning(Strings.JournalLineHalf.With(number));
            return null;
        }
        catch (Exception exception) when (exception is JsonException or AnswerException)
        {
            throw Invalid(number);
        }
    }

    /// <summary>Whether a line is empty, or what a file system may leave after a crash.</summary>
    private static bool IsBlank(ReadOnlySpan<byte> line)
    {
        foreach (byte character in line)
        {
            if (character is not (0 or (byte)' ' or (byte)'\r'))
            {
                return false;
            }
        }

        return true;
    }
}
