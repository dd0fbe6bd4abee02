using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Journal;

/// <summary>Appends the lines of one run to a journal. What it was given is in the operating system's hands when it returns.</summary>
internal sealed class JournalWriter : IDisposable
{
    private readonly object _gate = new();
    private readonly string _path;
    private readonly FileStream _file;
    private FailureException? _failed;
    private int _intents;
    private int _outcomes;

    /// <exception cref="FailureException">The path can't be written, or another run writes it.</exception>
    public JournalWriter(string path)
    {
        _path = path;
        _file = Try(() => OwnerOnlyFile.Append(path));
    }

    /// <summary>Reads what can be resumed of the last run; null where there is none.</summary>
    /// <exception cref="FailureException">The file isn't a journal.</exception>
    public ResumableRun? ReadLast(IEngineEvents events) => Try(() =>
    {
        // A pipe can't do this, and could be waited for forever.
        _file.Seek(0, SeekOrigin.Begin);
        return JournalReader.Read(_file, runId: null, beginning => new ResumableRun(beginning), events);
    });

    /// <summary>Writes the first line of the run.</summary>
    /// <exception cref="FailureException">The file holds something else than a journal, or can't be written.</exception>
    public void Begin(RunEntry run, IEngineEvents events)
    {
        Try(RequireJournal);
        Try(EndLine);
        Write([run]);
        if (!OwnerOnlyFile.TryRestrict(_file))
        {
            events.Warning(Strings.JournalReadable.With(_path));
        }
    }

    /// <exception cref="FailureException">The lines couldn't be written: the disk is full, say.</exception>
    public void Write(IReadOnlyCollection<JournalEntry> entries)
    {
        using MemoryStream lines = new();
        foreach (JournalEntry entry in entries)
        {
            JournalJson.Write(lines, entry);
        }

        lock (_gate)
        {
            // After a line that was cut off nothing may follow, even if there is room again.
            if (_failed is not null)
            {
                throw _failed;
            }

            try
            {
                // Where somebody emptied the file meanwhile, no gap is left.
                _file.Seek(0, SeekOrigin.End);
                lines.WriteTo(_file);
                _intents += entries.OfType<IntentEntry>().Count();
                _outcomes += entries.OfType<OutcomeEntry>().Count();
            }
            catch (Exception exception) when (exception is IOException or ArgumentOutOfRangeException)
            {
                // The latter is how .NET says that a file grew too large.
                throw _failed = Failed(exception);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _file.Dispose();
        }
    }

    /// <summary>Leaves a file alone that isn't ours: a table, say, that was meant to be read.</summary>
    private void RequireJournal()
    {
        byte[] beginning = new byte[Math.Min(_file.Length, JournalReader.Beginning.Length)];
        _file.Seek(0, SeekOrigin.Begin);
        int length = _file.Read(beginning, 0, beginning.Length);
        if (!JournalReader.IsHalf(beginning.AsSpan(0, length)))
        {
            throw JournalReader.Invalid(line: 1);
        }
    }

    /// <summary>Ends a line that a crash left half-written, so that ours stands on one of its own.</summary>
    private void EndLine()
    {
        if (_file.Length > 0)
        {
            _file.Seek(-1, SeekOrigin.End);
            if (_file.ReadByte() != '\n')
            {
                _file.WriteByte((byte)'\n');
            }
        }
    }

    private void Try(Action use) => Try(() =>
    {
        use();
        return true;
    });

    private T Try<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Failed(exception);
        }
    }

    private FailureException Failed(Exception exception)
    {
        string sent = _intents == 0 ? Strings.JournalStopped_Unsent : Strings.JournalStopped.With(_outcomes, _intents - _outcomes);
        return new(new Failure(ErrorId.PathNotWritable, Strings.PathNotWritable_Why.With(_path, exception.Message) + " " + sent) { Cause = exception });
    }
}
