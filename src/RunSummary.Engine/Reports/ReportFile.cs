using System;
using System.IO;
using System.Threading;
using RunSummary.Errors;

namespace RunSummary.Engine.Reports;

/// <summary>Writes a file so that all of it is there or what was there before.</summary>
internal static class ReportFile
{
    /// <exception cref="FailureException">The file can't or mustn't be written.</exception>
    public static void Write(ReportTarget target, Action<Stream> write, CancellationToken cancellationToken)
    {
        try
        {
            if (IsDevice(target.Path))
            {
                using FileStream device = new(target.Path, FileMode.Open, FileAccess.Write);
                write(device);
            }
            else
            {
                WriteBeside(target, write, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw target.NotWritable(exception.Message, exception);
        }
    }

    // Moving a file onto a device would put it in the device's place.
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith(@"\\.\", StringComparison.Ordinal);

    private static void WriteBeside(ReportTarget target, Action<Stream> write, CancellationToken cancellationToken)
    {
        string path = FollowLinks(target.Path);
        string temporary = Path.Combine(Path.GetDirectoryName(path)!, $".RunSummary-{Guid.NewGuid():N}.tmp");
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write))
            {
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
