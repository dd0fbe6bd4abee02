using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using RunSummary.Engine.Graph;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Journal;

/// <summary>Reads the runs of a journal. A line that a crash left half-written is passed over with a warning.</summary>
internal static class JournalReader
{
    /// <summary>How each line begins.</summary>
    public const string Beginning = "{\"entry\":\"";

    /// <summary>Reads all runs, in the order in which they began.</summary>
    /// <exception cref="FailureException">The file can't be read, or isn't a journal.</exception>
    public static IReadOnlyList<JournalRun> Read(string path, IEngineEvents events)
    {
        Dictionary<Guid, JournalRun> runs = [];
        List<JournalRun> order = [];
        int number = 0;
        foreach (string line in Lines(path))
        {
            number++;
            if (line.Trim('\0', ' ').Length == 0 || ReadLine(line, number, events) is not { } entry)
            {
                continue;
            }

            if (!runs.TryGetValue(entry.RunId, out JournalRun? run))
            {
                // A run begins with a line of its own.
                run = entry is RunEntry first ? new JournalRun(first) : throw Invalid(number);
                runs.Add(entry.RunId, run);
                order.Add(run);
            }

            run.Add(entry);
        }

        return order;
    }

    private static JournalEntry? ReadLine(string line, int number, IEngineEvents events)
    {
        try
        {
            return JournalJson.Read(line);
        }
        catch (JsonException) when (IsHalf(line))
        {
            events.Warning(Strings.JournalLineHalf.With(number));
            return null;
        }
        catch (Exception exception) when (exception is JsonException or AnswerException)
        {
            throw Invalid(number);
        }
    }

    /// <summary>Whether a line is the beginning of one of ours.</summary>
    public static bool IsHalf(string line)
    {
        return line.Length < Beginning.Length
            ? Beginning.StartsWith(line, StringComparison.Ordinal)
            : line.StartsWith(Beginning, StringComparison.Ordinal);
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new FailureException(new Failure(ErrorId.JournalInvalid, exception.Message) { Cause = exception });
        }
    }

    public static FailureException Invalid(int line) => new(ErrorId.JournalInvalid, Strings.JournalInvalid_Line.With(line));
}
