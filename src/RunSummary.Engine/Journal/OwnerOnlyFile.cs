using System.IO;
#if NET
using System;
using System.Runtime.Versioning;
#else
using System.Security.AccessControl;
using System.Security.Principal;
#endif

namespace RunSummary.Engine.Journal;

/// <summary>Opens files that nobody but their owner may read.</summary>
internal static class OwnerOnlyFile
{
    /// <summary>None: what couldn't be written must not be tried again when the file is closed.</summary>
    private const int BufferSize = 1;

#if NET
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
#endif

    /// <summary>Opens a file to append to; one that isn't there is made with rights for its owner alone. Others may read, but not write.</summary>
    /// <exception cref="IOException">The file can't be opened.</exception>
    /// <exception cref="System.UnauthorizedAccessException">The file can't be written.</exception>
    public static FileStream Append(string path)
    {
#if NET
        return OperatingSystem.IsWindows() ? AppendOnWindows(path) : AppendOnUnix(path);
#else
        FileSecurity rights = new();
        rights.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        rights.AddAccessRule(new FileSystemAccessRule(WindowsIdentity.GetCurrent().User, FileSystemRights.FullControl, AccessControlType.Allow));
        return File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, BufferSize)
            : new FileStream(path, FileMode.CreateNew, FileSystemRights.FullControl, FileShare.Read, BufferSize, FileOptions.None, rights);
#endif
    }

    /// <summary>
    /// Takes others' rights from a file that was there before. On Windows it keeps those that somebody gave it.
    /// </summary>
    /// <returns>False where they can't be taken.</returns>
    public static bool TryRestrict(FileStream file)
    {
#if NET
        // A device holds nothing, and its rights are the system's.
        if (OperatingSystem.IsWindows() || file.Length == 0 || (File.GetUnixFileMode(file.SafeFileHandle) & ~Owner) == 0)
        {
            return true;
        }

        try
        {
            File.SetUnixFileMode(file.SafeFileHandle, Owner);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
#endif
        return true;
    }

#if NET
    [UnsupportedOSPlatform("windows")]
    private static FileStream AppendOnUnix(string path)
    {
        FileStreamOptions options = Options(FileShare.None);
        options.UnixCreateMode = Owner;

        // Unix knows no share for readers only: asking for the file alone is how another writer is met.
        new FileStream(path, options).Dispose();
        options.Share = FileShare.Read;
        return new FileStream(path, options);
    }

    [SupportedOSPlatform("windows")]
    private static FileStream AppendOnWindows(string path)
    {
        bool isNew = !File.Exists(path);
        FileStream stream = new(path, Options(FileShare.Read));
        if (isNew)
        {
            WindowsRights.Restrict(path);
        }

        return stream;
    }

    private static FileStreamOptions Options(FileShare share) =>
        new() { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share, BufferSize = BufferSize };
#endif
}
