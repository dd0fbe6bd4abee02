using System;
using System.IO;
using System.Threading;
using RunSummary.Errors;

namespace RunSummary.Engine.Reports;

/// <summary>Writes a file so that all of it is there or what was there before.</summary>
internal static class ReportFile
{
    /// <summary>Tries whether the file can be written, before anybody waits for what is to be in it.</summary>
    /// <exception cref="FailureException">The file can't or mustn't be written.</exception>
    public static void Check(ReportTarget target)
    {
        target.Check();
        if (!IsDevice(target.Path))
        {
            Try(target, (path, temporary) =>
            {
                TryOpen(path);
                using FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            });
        }
    }

    /// <exception cref="FailureException">The file can't or mustn't be written.</exception>
    public static void Write(ReportTarget target, Action<Stream> write, CancellationToken cancellationToken)
    {
        if (IsDevice(target.Path))
        {
            Try(target, (path, _) =>
            {
                using FileStream device = new(path, FileMode.Open, FileAccess.Write);
                write(device);
            });
        }
        else
        {
            Try(target, (path, temporary) => WriteBeside(target, path, temporary, write, cancellationToken));
        }
    }

    // Errors name the report's file, not the one beside it that nobody asked for.
    private static void Try(ReportTarget target, Action<string, string> action)
    {
        string temporary = Path.Combine(Path.GetDirectoryName(target.Path)!, $".RunSummary-{Guid.NewGuid():N}.tmp");
        try
        {
            string path = IsDevice(target.Path) ? target.Path : FollowLinks(target.Path);
            temporary = Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(temporary));
            action(path, temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw target.NotWritable(exception.Message.Replace(temporary, target.Path), exception);
        }
    }

    // Moving a file onto a device would put it in the device's place.
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith(@"\\.\", StringComparison.Ordinal);

    // Windows puts no other in the place of a file that somebody has open, such as Excel; elsewhere that is no matter.
    private static void TryOpen(string path)
    {
        if (Path.DirectorySeparatorChar == '\\' && File.Exists(path) && (File.GetAttributes(path) & FileAttributes.ReadOnly) == 0)
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }
    }

    private static void WriteBeside(ReportTarget target, string path, string temporary, Action<Stream> write, CancellationToken cancellationToken)
    {
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                KeepMode(path, stream);
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            cancellationToken.ThrowIfCancellationRequested();
            target.Check();
            Move(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // Who could read the file before can read the new one, and nobody else. On Windows File.Replace sees to it.
    private static void KeepMode(string path, FileStream stream)
    {
#if NET
        if (!OperatingSystem.IsWindows() && File.Exists(path) && File.GetUnixFileMode(path) is var mode && mode != File.GetUnixFileMode(stream.SafeFileHandle))
        {
            File.SetUnixFileMode(stream.SafeFileHandle, mode);
        }
#endif
    }

    // What a link leads to is written, not the link. .NET Framework can't follow one.
    private static string FollowLinks(string path) =>
#if NET
        new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;
#else
        path;
#endif

    private static void Move(string temporary, string path)
    {
        if (!File.Exists(path))
        {
            File.Move(temporary, path);
            return;
        }

        FileAttributes attributes = File.GetAttributes(path);
        if ((attributes & FileAttributes.ReadOnly) != 0)
        {
            File.SetAttributes(path, attributes & ~FileAttributes.ReadOnly);
        }

        File.Replace(temporary, path, destinationBackupFileName: null);
    }
}
