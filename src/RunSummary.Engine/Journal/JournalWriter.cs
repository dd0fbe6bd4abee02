using System;
using System.Collections.Generic;
using System.IO;
using RunSummary.Errors;
using RunSummary.Resources;

namespace RunSummary.Engine.Journal;

/// <summary>Appends the lines of one run to a journal. What it was given is in the operating system's hands when it returns.</summary>
internal sealed class JournalWriter : IDisposable
{
    private readonly object _gate = new();
    private readonly string _path;
    private readonly FileStream _file;

    /// <exception cref="FailureException">The path can't be written.</exception>
    public JournalWriter(string path, Guid runId)
    {
        _path = path;
        RunId = runId;
        try
        {
            _file = OwnerOnlyFile.Append(path);
            BeginLine();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Failed(exception);
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
            try
            {
                lines.WriteTo(_file);
                _file.Flush();
            }
            catch (IOException exception)
            {
                throw Failed(exception);
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
