using System.IO;
#if NETFRAMEWORK
using System.Security.AccessControl;
using System.Security.Principal;
#endif

namespace RunSummary.Engine.Journal;

/// <summary>Opens files that nobody but their owner may read.</summary>
internal static class OwnerOnlyFile
{
    /// <summary>None: what couldn't be written must not be tried again when the file is closed.</summary>
    private const int BufferSize = 1;

    /// <summary>Opens a file to append to; one that isn't there is made with rights for its owner alone.</summary>
    /// <exception cref="IOException">The file can't be opened.</exception>
    /// <exception cref="System.UnauthorizedAccessException">The file can't be written.</exception>
    public static FileStream Append(string path)
    {
#if NET
        // On Windows a profile's folder does this, and a mode can't be given.
        FileStreamOptions options = new() { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = BufferSize };
        if (!System.OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new FileStream(path, options);
        }

        bool isNew = !File.Exists(path);
        FileStream stream = new(path, options);
        if (isNew)
        {
            WindowsRights.Restrict(path);
        }

        return stream;
#else
        FileSecurity rights = new();
        rights.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        rights.AddAccessRule(new FileSystemAccessRule(WindowsIdentity.GetCurrent().User, FileSystemRights.FullControl, AccessControlType.Allow));
        return File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, BufferSize)
            : new FileStream(path, FileMode.CreateNew, FileSystemRights.FullControl, FileShare.Read, BufferSize, FileOptions.None, rights);
#endif
    }
}
