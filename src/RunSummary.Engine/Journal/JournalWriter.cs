using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
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

    /// <exception cref="FailureException">The path can't be written, or holds something else than a journal.</exception>
    public JournalWriter(string path, Guid runId)
    {
        _path = path;
        RunId = runId;
        FileStream? file = null;
        try
        {
            _file = file = OwnerOnlyFile.Append(path);
            RequireJournal();
            BeginLine();
            file = null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Failed(exception);
        }
        finally
        {
            file?.Dispose();
        }
    }

    public Guid RunId { get; }

    /// <exception cref="FailureException">The lines couldn't be written: the disk is full, say.</exception>
    public void Write(IEnumerable<JournalEntry> entries)
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
                // Where the system lets two runs write one journal, neither overwrites the other.
                _file.Seek(0, SeekOrigin.End);
                lines.WriteTo(_file);
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
        int length = _file.Read(beginning, 0, beginning.Length);
        if (!JournalReader.IsHalf(Encoding.UTF8.GetString(beginning, 0, length)))
        {
            throw JournalReader.Invalid(line: 1);
        }
    }

    /// <summary>Ends a line that a crash left half-written, so that ours stands on one of its own.</summary>
    private void BeginLine()
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

    private FailureException Failed(Exception exception) =>
        new(new Failure(ErrorId.PathNotWritable, Strings.PathNotWritable_Why.With(_path, exception.Message)) { Cause = exception });
}
